package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.OfferQuestion;
import jp.renkei.ledger.SendWork;
import jp.renkei.message.Question;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.Use;

/**
 * S1 to an owner: its list has the question, once, however many ask it; where it takes them by
 * queue, it is due to be told.
 */
public final class Offer {

  private final Catalogue catalogue;
  private final OwnerKinds kinds;
  private final AskedContent asked;
  private final LedgerWriter writer;
  private final SearchKeys hashes;
  private final TellQuestions tell;
  private final Clock clock;

  Offer(
      Catalogue catalogue,
      OwnerKinds kinds,
      AskedContent asked,
      LedgerWriter writer,
      SearchKeys hashes,
      TellQuestions tell,
      Clock clock) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.asked = asked;
    this.writer = writer;
    this.hashes = hashes;
    this.tell = tell;
    this.clock = clock;
  }

  /**
   * Offers what the work asks; a second time changes nothing.
   *
   * @throws java.util.concurrent.CompletionException where the ledger does not take it
   */
  public void offer(SendWork work) {
    Flow flow = catalogue.flow(work.flow()).orElseThrow();
    JsonNode payload = asked.of(work.inquiryId()).orElseThrow();
    Question question = kinds.of(flow).question(payload);
    writer
        .submit(
            new OfferQuestion(
                work.inquiryId(),
                work.flow(),
                work.agency(),
                work.attempt(),
                hashes.everyHash(
                    Use.QUESTION, question.sameness().getBytes(StandardCharsets.UTF_8)),
                question.nonDisclosable(),
                clock.instant()))
        .join();
    tell.offered(work.inquiryId(), work.agency());
  }
}

package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.ledger.BulkCandidate;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.ledger.SendWork;
import jp.renkei.problem.Problem;

/**
 * Looks once more, just before a message leaves, whether the permitted list has a line for it
 * (promise 7): the right may have gone since {@link Permit} let it in. What has lost it does not
 * leave; it ends as REJECTED, and the refusal is an event.
 */
public final class RecheckRight {

  private final Catalogue catalogue;
  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final EndInquiry endings;
  private final Clock clock;

  RecheckRight(
      Catalogue catalogue,
      LedgerReader reader,
      LedgerWriter writer,
      EndInquiry endings,
      Clock clock) {
    this.catalogue = catalogue;
    this.reader = reader;
    this.writer = writer;
    this.endings = endings;
    this.clock = clock;
  }

  /** Whether a message may leave; where it may not, its inquiry is ended. Reads memory only. */
  boolean stands(SendWork work) {
    return stands(work.caller(), work.flow(), work.agency()) || reject(work.inquiryId());
  }

  /** Whether an inquiry may go into a file; where it may not, it is ended. */
  public boolean stands(BulkCandidate candidate, String agency) {
    return stands(candidate.caller(), candidate.flow(), agency) || reject(candidate.inquiryId());
  }

  /** Whether a letter about an inquiry may leave; where it may not, the inquiry is ended. */
  public boolean stands(Inquiry inquiry) {
    return stands(inquiry.caller(), inquiry.flow(), inquiry.agency()) || reject(inquiry.id());
  }

  private boolean stands(String caller, String flow, String agency) {
    LocalDate today = JapaneseTime.dayOf(clock.instant());
    return catalogue
        .flow(flow)
        .filter(its -> its.asks(agency, today))
        .flatMap((Flow its) -> its.permission(caller))
        .filter(line -> line.isValidOn(today))
        .isPresent();
  }

  /** Where the ledger does not take it now, the claim runs out and the message comes here again. */
  private boolean reject(String inquiryId) {
    reader.inquiry(inquiryId).filter(inquiry -> inquiry.outcome() == null).ifPresent(this::end);
    return false;
  }

  private CompletableFuture<Void> end(Inquiry inquiry) {
    Instant now = clock.instant();
    return writer
        .submit(
            new Note(
                new Event(
                    inquiry.id(),
                    inquiry.flow(),
                    inquiry.agency(),
                    now,
                    EventKind.SEND_NOT_PERMITTED,
                    inquiry.caller(),
                    Problem.FLOW_NOT_PERMITTED.code())))
        .thenCompose(noted -> endings.reject(inquiry, now));
  }
}

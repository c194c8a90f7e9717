package jp.renkei.inquiry;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import jp.renkei.flow.Span;
import jp.renkei.ledger.DisclosedInquiry;
import jp.renkei.ledger.Disclosures;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.message.ResidentNumber;
import jp.renkei.protection.SearchKeys;
import jp.renkei.protection.SearchKeys.Use;

/**
 * Lists what was asked and provided of one person, for that person's request of disclosure
 * (情報提供等記録の開示請求). That it was listed is durable before anything is shown; the event does not say of
 * whom.
 */
public final class Disclose {

  private final Disclosures disclosures;
  private final LedgerWriter writer;
  private final SearchKeys hashes;
  private final Clock clock;

  public Disclose(Disclosures disclosures, LedgerWriter writer, SearchKeys hashes, Clock clock) {
    this.disclosures = disclosures;
    this.writer = writer;
    this.hashes = hashes;
    this.clock = clock;
  }

  /**
   * One page, the oldest first.
   *
   * @param residentNumber the person's number (宛名番号), 1 to 15 digits, padded or not
   * @param asked when it was asked
   * @param after the id after which the page begins, or null for the first page
   * @param limit the most rows
   * @param who the user
   */
  public List<DisclosedInquiry> disclose(
      String residentNumber, Span asked, String after, int limit, String who, String reason) {
    byte[] subject = ResidentNumber.normalise(residentNumber).getBytes(StandardCharsets.UTF_8);
    List<DisclosedInquiry> found =
        disclosures.of(hashes.everyHash(Use.SUBJECT, subject), asked, after, limit);
    writer
        .submit(
            new Note(
                new Event(
                    null,
                    null,
                    null,
                    clock.instant(),
                    EventKind.DISCLOSED,
                    who,
                    found.size() + ": " + reason)))
        .join();
    return found;
  }
}

package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;

/** Ends what an agency refused for good: sending it again would change nothing. */
public final class EndRefused {

  private final LedgerWriter writer;
  private final LedgerReader reader;
  private final EndInquiry endings;
  private final Clock clock;

  public EndRefused(LedgerWriter writer, LedgerReader reader, EndInquiry endings, Clock clock) {
    this.writer = writer;
    this.reader = reader;
    this.endings = endings;
    this.clock = clock;
  }

  /**
   * Notes the refusal and ends the inquiry as failed; completes after the commit.
   *
   * @param inquiryId the inquiry, which is in the ledger
   * @param how how it was refused, without a word of the agency's, e.g. {@code HTTP 422}
   */
  public CompletableFuture<Void> end(String inquiryId, String how) {
    Instant now = clock.instant();
    return reader
        .inquiry(inquiryId)
        .map(
            inquiry ->
                writer
                    .submit(
                        new Note(
                            new Event(
                                inquiryId,
                                inquiry.flow(),
                                inquiry.agency(),
                                now,
                                EventKind.SEND_REFUSED,
                                inquiry.agency(),
                                how)))
                    .thenCompose(noted -> endings.fail(inquiry, now)))
        .orElseThrow(() -> new IllegalStateException("A message was sent for no inquiry"));
  }
}

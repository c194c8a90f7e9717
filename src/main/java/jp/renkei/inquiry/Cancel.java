package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Cancels an inquiry. One that is sent cannot be recalled: its record exists on the other side, and
 * a reply that still comes is kept and named.
 */
public final class Cancel {

  private final LedgerReader reader;
  private final LedgerWriter writer;
  private final EndInquiry endings;
  private final Clock clock;

  public Cancel(LedgerReader reader, LedgerWriter writer, EndInquiry endings, Clock clock) {
    this.reader = reader;
    this.writer = writer;
    this.endings = endings;
    this.clock = clock;
  }

  /**
   * Cancels; without effect where it is cancelled already.
   *
   * @param who the user
   * @throws ProblemException {@code NOT_CANCELLABLE} where it has ended otherwise
   */
  public void cancel(Inquiry inquiry, String who, String reason) {
    if (inquiry.state() != State.ENDED) {
      Instant now = clock.instant();
      writer
          .submit(
              new Note(
                  new Event(
                      inquiry.id(),
                      inquiry.flow(),
                      inquiry.agency(),
                      now,
                      EventKind.CANCEL_ASKED,
                      who,
                      reason)))
          .thenCompose(noted -> endings.cancel(inquiry, who, now))
          .join();
    }
    Outcome outcome = reader.inquiry(inquiry.id()).orElseThrow().outcome();
    if (outcome != Outcome.CANCELLED) {
      throw new ProblemException(Problem.NOT_CANCELLABLE);
    }
  }
}

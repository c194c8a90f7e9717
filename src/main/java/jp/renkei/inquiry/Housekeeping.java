package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Pause;
import jp.renkei.ledger.Pauses;

/** What the housekeeping routes do every second: each may run on every node, and twice. */
public final class Housekeeping {

  private static final int BATCH = 500;

  private final LedgerReader reader;
  private final EndInquiry endings;
  private final Pauses pauses;
  private final Incarnation incarnation;
  private final Waiters waiters;
  private final SentNotes notes;
  private final Clock clock;

  public Housekeeping(
      LedgerReader reader,
      EndInquiry endings,
      Pauses pauses,
      Incarnation incarnation,
      Waiters waiters,
      SentNotes notes,
      Clock clock) {
    this.reader = reader;
    this.endings = endings;
    this.pauses = pauses;
    this.incarnation = incarnation;
    this.waiters = waiters;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Ends every inquiry whose deadline has come. Deadlines of what cannot leave stand still while an
   * operator pauses its agency.
   */
  public void deadlines() {
    List<Inquiry> due;
    do {
      Instant now = clock.instant();
      due = reader.due(now, standingStill(), BATCH);
      CompletableFuture.allOf(
              due.stream()
                  .map(inquiry -> endings.expire(inquiry, now))
                  .toArray(CompletableFuture[]::new))
          .join();
    } while (due.size() == BATCH);
  }

  private List<String> standingStill() {
    return pauses.standing().stream()
        .filter(pause -> pause.cause() == Pause.Cause.OPERATOR && pause.provider().isEmpty())
        .map(Pause::agency)
        .toList();
  }

  /** Says that this incarnation is alive. */
  public void heartbeat() {
    incarnation.beat();
  }

  /** Notes what was sent a moment ago and has no reply yet (T2). */
  public void sent() {
    notes.write();
  }

  /** Finds what ended on other nodes, for those who wait here. */
  public void waiting() {
    waiters.ask(reader::ended);
  }
}

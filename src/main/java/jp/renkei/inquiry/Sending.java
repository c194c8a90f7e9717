package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Postpone;
import jp.renkei.ledger.SendWork;

/** What follows a sending (S1): it is noted (T2), or it is given back to the ledger for later. */
public final class Sending {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  /** A claim with less than this left is not sent on: another node may be about to take it. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final LedgerWriter writer;
  private final RecentInquiries recent;
  private final SentNotes notes;
  private final Clock clock;

  public Sending(LedgerWriter writer, RecentInquiries recent, SentNotes notes, Clock clock) {
    this.writer = writer;
    this.recent = recent;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Whether this node may still send the work: its claim holds and the deadline has not come. What
   * may not be sent is dropped from memory; its row stays and is claimed again, or ends at the
   * deadline.
   */
  public boolean mayStillBeSent(SendWork work) {
    Instant now = clock.instant();
    return now.plus(MARGIN).isBefore(work.claimedUntil()) && now.isBefore(work.deadline());
  }

  /** T2: the agency's queue has the message. */
  public void sent(SendWork work) {
    Instant at = clock.instant();
    recent.sent(work.number(), at);
    notes.add(work, at);
  }

  /**
   * Gives the work back: due again after a pause that doubles with every failure, from one second
   * to two minutes, with a jitter of half of it.
   */
  public CompletableFuture<Void> postpone(SendWork work, Throwable cause) {
    int failures = work.failures() + 1;
    Instant now = clock.instant();
    return writer.submit(
        new Postpone(
            work.inquiryId(),
            work.flow(),
            work.agency(),
            work.attempt(),
            failures,
            now,
            now.plus(pause(failures)),
            cause.getClass().getSimpleName()));
  }

  private static Duration pause(int failures) {
    long pause =
        Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(failures - 1, 20));
    return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
  }
}

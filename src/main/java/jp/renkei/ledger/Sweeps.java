package jp.renkei.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Up to where nothing unsealed can come any more. Numbers are given before the commit, so that a
 * lower one may appear after a higher one is sealed; but none that was given longer ago than {@link
 * #LONGEST_TRANSACTION}. Used by one thread.
 */
final class Sweeps {

  /** No transaction that writes events lasts as long. */
  static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);

  /** How often all is looked at that may still come; in between, only what is newest. */
  static final Duration PERIOD = Duration.ofSeconds(15);

  private final Deque<Sweep> sweeps = new ArrayDeque<>();
  private Instant next = Instant.MIN;

  private record Sweep(Instant at, long highest) {}

  /** Whether this round is to look at all. */
  boolean begin(Instant now) {
    if (now.isBefore(next)) {
      return false;
    }
    next = now.plus(PERIOD);
    return true;
  }

  /**
   * Everything that could be seen is sealed.
   *
   * @param highest the highest number that was seen
   * @return up to where nothing can come any more, by the earlier sweeps; 0 where that is not known
   */
  long done(Instant now, long highest) {
    long settled = 0;
    while (!sweeps.isEmpty() && !now.isBefore(sweeps.peekFirst().at.plus(LONGEST_TRANSACTION))) {
      settled = sweeps.removeFirst().highest;
    }
    sweeps.addLast(new Sweep(now, highest));
    return settled;
  }
}

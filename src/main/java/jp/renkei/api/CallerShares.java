package jp.renkei.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Share;

/**
 * Lets no caller take more than its share of the door, so that one that runs wild does not keep the
 * others out. Each caller has a bucket (token bucket) of as many places as its burst, which empties
 * at its rate; it is on this node, in memory, and empty after a start.
 */
final class CallerShares {

  private final Map<String, Instant> emptyAt = new ConcurrentHashMap<>();
  private final Clock clock;

  CallerShares(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes one place for a caller.
   *
   * @throws ProblemException {@code SHARE_USED}, with the time after which there is a place
   */
  void take(Caller caller) {
    Share share = caller.share();
    Instant now = clock.instant();
    emptyAt.compute(caller.id(), (id, before) -> taken(share, before, now));
  }

  private static Instant taken(Share share, Instant before, Instant now) {
    Instant full = now.plus(share.each().multipliedBy(share.burst()));
    // fuller than it can be is what was noted before the clock was set back
    boolean holds = before != null && before.isAfter(now) && !before.isAfter(full);
    Instant after = (holds ? before : now).plus(share.each());
    if (after.isAfter(full)) {
      throw new ProblemException(Problem.SHARE_USED, Duration.between(full, after));
    }
    return after;
  }
}

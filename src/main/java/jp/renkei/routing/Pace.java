package jp.renkei.routing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets one pass after the other, not more than so many in a second. For one thread. */
final class Pace {

  private final long gap;
  private long next = System.nanoTime();

  /**
   * @param perSecond the most in a second, or 0 for as many as come
   */
  Pace(int perSecond) {
    this.gap = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
  }

  /** Waits for the turn. What was not used before is not made up for. */
  void await() throws InterruptedException {
    if (gap == 0) {
      return;
    }
    long now = System.nanoTime();
    if (next - now > 0) {
      TimeUnit.NANOSECONDS.sleep(next - now);
    }
    next = Math.max(next, now) + gap;
  }
}

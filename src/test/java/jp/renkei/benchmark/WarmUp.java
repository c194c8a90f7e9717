package jp.renkei.benchmark;

import java.time.Duration;

/**
 * Lets a side run until its code is compiled: a hub in a city runs for weeks. Where as many callers
 * as processors can bear compete with the compiler for two of them, that takes minutes.
 */
final class WarmUp {

  private static final Duration LEAST =
      Duration.ofSeconds(Integer.getInteger("renkei.benchmark.warmup", 60));
  private static final Duration MOST = LEAST.multipliedBy(6);
  private static final Duration WINDOW = LEAST.dividedBy(4);

  /** A window that is no better than the best before by so much is no better. */
  private static final double BETTER = 1.02;

  /** The compiler comes in waves: so many windows in a row. */
  private static final int PATIENCE = 4;

  private WarmUp() {}

  /**
   * Asks with so many callers, window after window, until {@value #PATIENCE} in a row were no
   * better than the best before.
   *
   * @return the last window
   */
  static Round until(int callers, Side side) throws InterruptedException {
    long begun = System.nanoTime();
    double best = 0;
    int noBetter = 0;
    Round window;
    do {
      window = Callers.run(callers, WINDOW, side::caller);
      noBetter = window.rate() > best * BETTER ? 0 : noBetter + 1;
      best = Math.max(best, window.rate());
    } while (System.nanoTime() - begun < (noBetter < PATIENCE ? MOST : LEAST).toNanos());
    return window;
  }
}

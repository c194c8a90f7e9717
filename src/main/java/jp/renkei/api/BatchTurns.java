package jp.renkei.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * How many batches are read at once on this node: {@value #MOST_OF_A_CALLER} of a caller, {@value
 * #MOST} of all. Each holds a thread and what it has on its way.
 */
final class BatchTurns {

  static final int MOST_OF_A_CALLER = 2;
  static final int MOST = 16;

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Map<String, Integer> running = new ConcurrentHashMap<>();
  private final Semaphore all = new Semaphore(MOST);

  /** A batch that is being read, until it ends. */
  @FunctionalInterface
  interface Turn {
    void end();
  }

  /**
   * Begins one.
   *
   * @throws ProblemException {@code SHARE_USED} where the caller has enough of them, {@code
   *     UNAVAILABLE} where the node has
   */
  Turn take(String caller) {
    running.merge(caller, 1, BatchTurns::oneMore);
    if (!all.tryAcquire()) {
      end(caller);
      throw new ProblemException(Problem.UNAVAILABLE, PAUSE);
    }
    return () -> {
      all.release();
      end(caller);
    };
  }

  private static Integer oneMore(int before, int one) {
    if (before == MOST_OF_A_CALLER) {
      throw new ProblemException(Problem.SHARE_USED, PAUSE);
    }
    return before + one;
  }

  private void end(String caller) {
    running.computeIfPresent(caller, (id, before) -> before == 1 ? null : before - 1);
  }
}

package jp.renkei.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Callers that each ask one question after the other, as fast as they are answered: the load is
 * closed, so that both sides of a comparison meet the same one.
 */
final class Callers {

  private Callers() {}

  /** One caller's way to ask a question and wait for its answer. */
  @FunctionalInterface
  interface Ask {

    /**
     * Asks and returns when the answer is there.
     *
     * @throws Exception where it is not answered as it should be, which voids the round
     */
    void once() throws Exception;
  }

  /**
   * Runs one round.
   *
   * @param count how many callers ask at the same time
   * @param ask makes the way of the n-th caller, from 0
   */
  static Round run(int count, Duration length, IntFunction<Ask> ask) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Callable<long[]>> callers = new ArrayList<>();
      long begun = System.nanoTime();
      long until = begun + length.toNanos();
      for (int i = 0; i < count; i++) {
        Ask mine = ask.apply(i);
        callers.add(() -> askUntil(until, mine));
      }
      List<Future<long[]>> asked = threads.invokeAll(callers);
      long nanos = System.nanoTime() - begun;
      return new Round(asked.stream().map(Callers::latencies).toList(), nanos);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long[] askUntil(long until, Ask ask) throws Exception {
    long[] latencies = new long[1024];
    int count = 0;
    for (long begun = System.nanoTime(); begun < until; ) {
      ask.once();
      long ended = System.nanoTime();
      if (count == latencies.length) {
        latencies = Arrays.copyOf(latencies, count * 2);
      }
      latencies[count++] = ended - begun;
      begun = ended;
    }
    return Arrays.copyOf(latencies, count);
  }

  private static long[] latencies(Future<long[]> caller) {
    try {
      return caller.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A caller was not answered; the round is void", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

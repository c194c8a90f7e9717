package jp.renkei.api;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Bounds how many requests of one user are open at once on this node: those that are read and
 * accepted, and those that wait for an end. One that waits costs no thread, but a connection, and
 * one caller must not take all of them.
 */
final class OpenRequests {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();
  private final int most;

  OpenRequests(int most) {
    this.most = most;
  }

  /** What a request does. */
  @FunctionalInterface
  interface Request<T> {
    CompletableFuture<T> run() throws IOException;
  }

  /**
   * Runs a request, which is open until its answer is there.
   *
   * @throws ProblemException {@code TOO_MANY_AT_ONCE}
   */
  <T> CompletableFuture<T> hold(String user, Request<T> request) throws IOException {
    AtomicInteger its = open.computeIfAbsent(user, name -> new AtomicInteger());
    if (its.incrementAndGet() > most) {
      its.decrementAndGet();
      throw new ProblemException(Problem.TOO_MANY_AT_ONCE, PAUSE);
    }
    CompletableFuture<T> answer;
    try {
      answer = request.run();
    } catch (IOException | RuntimeException | Error e) {
      its.decrementAndGet();
      throw e;
    }
    return answer.whenComplete((done, fault) -> its.decrementAndGet());
  }

  /** How many are open, of all users. */
  int open() {
    return open.values().stream().mapToInt(AtomicInteger::get).sum();
  }
}

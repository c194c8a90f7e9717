package jp.renkei.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * How much may wait to be accepted, counted and weighed. It is less than the writer's queue holds:
 * however many post, there is a place left for replies and ends, so that what was accepted goes on.
 */
final class IntakeRoom {

  /** The most inquiries: half of the writer's queue. */
  static final int MOST = 4_096;

  /** The part of the heap that they may take. */
  private static final int PART = 8;

  private final long most;
  private final long mostBytes;
  private final AtomicLong inquiries = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  IntakeRoom(long most, long mostBytes) {
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** The room in a process with so much heap. */
  static IntakeRoom in(long heap) {
    return new IntakeRoom(MOST, heap / PART);
  }

  /**
   * Accepts where there is room, which is taken until the result is there.
   *
   * @return fails with {@code INTAKE_FULL} where there is none
   */
  <R> CompletableFuture<R> holding(Accept accept, Supplier<CompletableFuture<R>> submit) {
    long weight = accept.inquiry().request().length + accept.inquiry().message().length;
    boolean room = inquiries.incrementAndGet() <= most & bytes.addAndGet(weight) <= mostBytes;
    if (!room) {
      giveBack(weight);
      return CompletableFuture.failedFuture(new ProblemException(Problem.INTAKE_FULL));
    }
    CompletableFuture<R> result = submit.get();
    result.whenComplete((done, fault) -> giveBack(weight));
    return result;
  }

  private void giveBack(long weight) {
    inquiries.decrementAndGet();
    bytes.addAndGet(-weight);
  }

  /** How many inquiries wait to be accepted. */
  long inquiries() {
    return inquiries.get();
  }

  /** How many bytes they have. */
  long bytes() {
    return bytes.get();
  }
}

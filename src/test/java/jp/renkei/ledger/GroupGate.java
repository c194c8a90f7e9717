package jp.renkei.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes the groups of a {@link LedgerWriter} predictable: as its executor for completions it holds
 * the writer's thread after each step, until the commands of the next one all wait in the queue.
 */
final class GroupGate implements Executor {

  private final Semaphore held = new Semaphore(0);
  private final Semaphore go = new Semaphore(0);
  private volatile List<CompletableFuture<?>> step = List.of();
  private volatile boolean open;

  @Override
  public void execute(Runnable completion) {
    completion.run();
    if (!open && step.stream().allMatch(CompletableFuture::isDone)) {
      held.release();
      go.acquireUninterruptibly();
    }
  }

  /** Waits until the writer is held. */
  void awaitHeld() throws InterruptedException {
    if (!held.tryAcquire(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the writer did not finish its step");
    }
  }

  /** Queues a step's commands, lets the writer go, and waits until it has dealt with all. */
  void run(Supplier<List<CompletableFuture<?>>> submit) throws InterruptedException {
    step = submit.get();
    if (!step.isEmpty()) {
      go.release();
      awaitHeld();
    }
  }

  /** Holds nobody any more. */
  void open() {
    open = true;
    go.release();
  }
}

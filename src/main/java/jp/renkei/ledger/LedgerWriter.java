package jp.renkei.ledger;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a node. Commands queue; it takes what is there, at most {@value #GROUP},
 * without a timer: while one group commits, the next one gathers. That is what makes the ledger
 * fast without making it less durable. If a group fails it is rolled back and its halves run, until
 * one bad command fails alone.
 */
public final class LedgerWriter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LedgerWriter.class);

  /** The most commands in a group. */
  static final int GROUP = 256;

  private static final int WAITING = 8_192;

  /** PostgreSQL's for a full disk, and H2's for a database that has closed itself on one. */
  private static final Set<String> DATABASE_FAULTS = Set.of("53100", EvictClosed.CLOSED);

  private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(WAITING);
  private final IntakeRoom room;
  private final GroupCommit commit;
  private final Executor completions;
  private final List<CommitListener> listeners;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts the writer.
   *
   * @param commit runs and commits a group
   * @param completions where futures are completed: never on the writer's own thread, which has
   *     better things to do
   * @param listeners are told of every group, on the same threads
   * @param room for what waits to be accepted
   */
  LedgerWriter(
      GroupCommit commit, Executor completions, List<CommitListener> listeners, IntakeRoom room) {
    this.room = room;
    this.commit = commit;
    this.completions = completions;
    this.listeners = List.copyOf(listeners);
    this.thread = new Thread(this::write, "renkei-ledger-writer");
    this.thread.setDaemon(true);
    this.thread.start();
  }

  /**
   * Queues a command.
   *
   * @return completes after the commit; fails with {@link LedgerUnavailable} where the command was
   *     not taken or nobody knows whether it was, and with the problem {@code INTAKE_FULL} where
   *     too much waits to be accepted already
   */
  public <R> CompletableFuture<R> submit(Command<R> command) {
    return command instanceof Accept accept
        ? room.holding(accept, () -> enqueue(command))
        : enqueue(command);
  }

  private <R> CompletableFuture<R> enqueue(Command<R> command) {
    Pending<R> pending = new Pending<>(command, new CompletableFuture<>());
    if (closed || !queue.offer(pending)) {
      return CompletableFuture.failedFuture(
          new LedgerUnavailable(
              closed ? "The ledger is closed" : WAITING + " commands are waiting already", null));
    }
    return pending.future;
  }

  /** How many inquiries wait to be accepted. */
  public long acceptsWaiting() {
    return room.inquiries();
  }

  /** How many bytes they have. */
  public long acceptsWaitingBytes() {
    return room.bytes();
  }

  /** How many commands wait for the next group. */
  public int queueLength() {
    return queue.size();
  }

  /**
   * Ends after what is queued has been written. The thread is never interrupted: an interrupt in
   * the middle of a write would close H2's file under it.
   */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Pending<?>> left = new ArrayList<>();
    queue.drainTo(left);
    fail(left, new LedgerUnavailable("The ledger is closed", null));
  }

  private void write() {
    List<Pending<?>> group = new ArrayList<>(GROUP);
    while (gather(group)) {
      try {
        write(group);
      } catch (RuntimeException | Error e) {
        log.error("A group of {} commands failed", group.size(), e);
        tellFailed(group.size(), e);
        fail(List.copyOf(group), e);
      }
      group.clear();
    }
  }

  private boolean gather(List<Pending<?>> group) {
    while (!closed || !queue.isEmpty()) {
      try {
        Pending<?> first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          queue.drainTo(group, GROUP - 1);
          return true;
        }
      } catch (InterruptedException e) {
        log.warn("The ledger's writer was interrupted; it goes on until it is closed");
      }
    }
    return false;
  }

  private void write(List<Pending<?>> group) {
    List<Pending<?>> done = List.copyOf(group);
    try {
      List<Command<?>> commands = commands(done);
      long began = System.nanoTime();
      List<Object> results = commit.run(commands);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      completions.execute(
          () -> {
            for (int i = 0; i < results.size(); i++) {
              done.get(i).complete(results.get(i));
            }
            tell(listener -> listener.committed(commands, results, took));
          });
    } catch (LedgerUnavailable e) {
      log.error("{}", e.getMessage(), e.getCause());
      tellFailed(done.size(), e);
      fail(done, e);
    } catch (SQLException | RuntimeException e) {
      tellFailed(done.size(), e);
      if (done.size() == 1 || isConnectionFault(e)) {
        log.error(
            "The ledger could not write {} commands / 台帳に書き込めません: {}", done.size(), e.toString());
        fail(done, new LedgerUnavailable("The ledger could not write", e));
      } else {
        log.warn(
            "A group of {} failed and runs by halves / 台帳への書込みを分割して再試行します: {}",
            done.size(),
            e.toString());
        int half = done.size() / 2;
        write(done.subList(0, half));
        write(done.subList(half, done.size()));
      }
    }
  }

  private static List<Command<?>> commands(List<Pending<?>> group) {
    List<Command<?>> commands = new ArrayList<>(group.size());
    group.forEach(pending -> commands.add(pending.command));
    return commands;
  }

  private void fail(List<Pending<?>> group, Throwable cause) {
    completions.execute(
        () -> group.forEach(pending -> pending.future.completeExceptionally(cause)));
  }

  private void tellFailed(int commands, Throwable cause) {
    completions.execute(() -> tell(listener -> listener.failed(commands, cause)));
  }

  private void tell(Consumer<CommitListener> news) {
    for (CommitListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException | Error e) {
        log.warn("{} failed; the ledger is not touched by it", listener, e);
      }
    }
  }

  /** Running parts of it against a database that is away or full would only take longer. */
  private static boolean isConnectionFault(Exception e) {
    return e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLRecoverableException
        || (e instanceof SQLException sql
            && sql.getSQLState() != null
            && (sql.getSQLState().startsWith("08") || DATABASE_FAULTS.contains(sql.getSQLState())));
  }

  private record Pending<R>(Command<R> command, CompletableFuture<R> future) {

    @SuppressWarnings("unchecked") // a command's batch tells results of the command's type
    void complete(Object result) {
      future.complete((R) result);
    }
  }
}

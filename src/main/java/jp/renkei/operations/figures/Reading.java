package jp.renkei.operations.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something read from the ledger, kept for {@link #KEPT}. Whoever asks waits at most {@link
 * #PATIENCE}, once a reading: a ledger that is away is told as empty and costs a scrape of many
 * figures one wait. No two readings run at a time.
 */
final class Reading<T> {

  static final Duration KEPT = Duration.ofSeconds(5);
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(Reading.class);

  private final Supplier<T> source;
  private final Executor executor;
  private final Clock clock;
  private CompletableFuture<T> latest;
  private Instant begun;
  private boolean waitedInVain;

  Reading(Supplier<T> source, Executor executor, Clock clock) {
    this.source = source;
    this.executor = executor;
    this.clock = clock;
  }

  /** What was read, or nothing where the ledger does not say. */
  synchronized Optional<T> now() {
    Instant now = clock.instant();
    if (latest == null || latest.isDone() && begun.plus(KEPT).isBefore(now)) {
      latest = CompletableFuture.supplyAsync(source, executor);
      begun = now;
      waitedInVain = false;
    }
    if (waitedInVain && !latest.isDone()) {
      return Optional.empty();
    }
    try {
      return Optional.of(latest.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      waitedInVain = true;
    } catch (ExecutionException e) {
      log.debug("The ledger could not be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }
}

package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;

/** What is known of the ledger's writer. */
public final class WriterFigures {

  private static final double[] GROUP_SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256};

  private static final Duration[] COMMIT_TIMES = {
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final DistributionSummary groupSize;
  private final Timer commit;
  private final Counter failedGroups;
  private volatile Mishap lastError;

  WriterFigures(MeterRegistry registry) {
    this.groupSize =
        DistributionSummary.builder("renkei.ledger.group.size")
            .serviceLevelObjectives(GROUP_SIZES)
            .register(registry);
    this.commit =
        Timer.builder("renkei.ledger.commit")
            .serviceLevelObjectives(COMMIT_TIMES)
            .register(registry);
    this.failedGroups = Counter.builder("renkei.ledger.groups.failed").register(registry);
  }

  /** How many groups were committed. */
  public long groups() {
    return commit.count();
  }

  /** How many groups were not written, or nobody knows whether they were. */
  public long failedGroups() {
    return (long) failedGroups.count();
  }

  /** What went wrong last, since the process began. */
  public Optional<Mishap> lastError() {
    return Optional.ofNullable(lastError);
  }

  void countCommitted(int commands, Duration took) {
    groupSize.record(commands);
    commit.record(took);
  }

  void countFailed(Mishap mishap) {
    failedGroups.increment();
    lastError = mishap;
  }
}

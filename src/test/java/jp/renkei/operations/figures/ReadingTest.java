package jp.renkei.operations.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private final AtomicInteger readings = new AtomicInteger();
  private final Later clock = new Later();
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  @AfterEach
  void shutdown() {
    executor.shutdown();
  }

  @Test
  void isKeptForAWhileAndThenReadAgain() {
    Reading<Integer> reading = new Reading<>(readings::incrementAndGet, executor, clock);

    assertThat(reading.now()).hasValue(1);
    clock.now = clock.now.plus(Reading.KEPT);
    assertThat(reading.now()).hasValue(1);
    clock.now = clock.now.plusNanos(1);
    assertThat(reading.now()).hasValue(2);
  }

  @Test
  void isEmptyWhileTheLedgerFailsAndComesBackWithIt() {
    Reading<Integer> reading =
        new Reading<>(
            () -> {
              if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
              }
              return readings.get();
            },
            executor,
            clock);

    assertThat(reading.now()).isEmpty();
    assertThat(reading.now()).isEmpty();
    assertThat(readings).hasValue(1);
    clock.now = clock.now.plus(Reading.KEPT).plusNanos(1);
    assertThat(reading.now()).hasValue(2);
  }

  @Test
  void aLedgerThatHangsIsWaitedForOnceAndAskedOnce() {
    CountDownLatch answers = new CountDownLatch(1);
    Reading<Integer> reading =
        new Reading<>(
            () -> {
              readings.incrementAndGet();
              await().until(() -> answers.getCount() == 0);
              return readings.get();
            },
            executor,
            clock);

    assertThat(reading.now()).isEmpty();
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    // were each waited for, this would take longer than any build has
    for (int i = 0; i < 10_000; i++) {
      assertThat(reading.now()).isEmpty();
    }
    assertThat(readings).hasValue(1);

    answers.countDown();
    await().until(() -> reading.now().isPresent());
  }

  private static final class Later extends Clock {

    private volatile Instant now = Instant.parse("2026-11-22T01:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

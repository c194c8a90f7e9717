package jp.renkei.inquiry;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;

/** Ticks that the test lets pass. */
@TestConfiguration(proxyBeanMethods = false)
@Primary
class MovableTicks implements LongSupplier {

  private final AtomicLong ahead = new AtomicLong();

  void pass(Duration time) {
    ahead.addAndGet(time.toNanos());
  }

  @Override
  public long getAsLong() {
    return System.nanoTime() + ahead.get();
  }
}

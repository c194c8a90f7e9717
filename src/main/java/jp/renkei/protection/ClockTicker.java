package jp.renkei.protection;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Lets a cache forget by the hub's clock. */
public record ClockTicker(Clock clock) implements Ticker {

  @Override
  public long read() {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }
}

package jp.renkei.inquiry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses that double, from the first to the longest, half of each left to chance: what failed
 * together does not come back together.
 */
public record Backoff(Duration first, Duration longest) {

  /**
   * @param failures how often in a row it has failed, from 1
   */
  public Duration after(int failures) {
    double doubled = first.toMillis() * Math.pow(2, failures - 1);
    long pause = (long) Math.min(longest.toMillis(), doubled);
    return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
  }
}

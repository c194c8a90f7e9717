package jp.renkei.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the seal is behind: the age of the oldest event that is not sealed, as the last round of
 * sealing saw it, and the time since then. A sealer that cannot work is behind, too. Asked by every
 * post, so it is kept in memory.
 */
public final class SealLag {

  /** Beyond this nothing is accepted any more: the evidence of it could not be kept. */
  public static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Logger log = LoggerFactory.getLogger(SealLag.class);

  private final LongSupplier ticks;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile Seen seen;

  private record Seen(long tick, Duration age) {}

  /**
   * Begins as if all were sealed.
   *
   * @param ticks nanoseconds of a clock that nobody sets, as {@link System#nanoTime}
   */
  SealLag(LongSupplier ticks) {
    this.ticks = ticks;
    this.seen = new Seen(ticks.getAsLong(), Duration.ZERO);
  }

  /** A round of sealing has seen how old the oldest unsealed event is, zero where there is none. */
  void seen(Duration age) {
    seen = new Seen(ticks.getAsLong(), age.isNegative() ? Duration.ZERO : age);
    if (!isTooLong() && told.compareAndSet(true, false)) {
      log.info("Events are sealed again, and inquiries accepted");
    }
  }

  /** How far it is behind now; with all well a second or two. */
  public Duration now() {
    Seen last = seen;
    return last.age.plusNanos(ticks.getAsLong() - last.tick);
  }

  /** Whether nothing may be accepted. */
  public boolean isTooLong() {
    boolean tooLong = now().compareTo(LONGEST) > 0;
    if (tooLong && told.compareAndSet(false, true)) {
      log.error(
          "No inquiry is accepted: events were not sealed for {} s / 証跡の封印が遅れているため受付を停止しました",
          now().toSeconds());
    }
    return tooLong;
  }
}

package jp.renkei.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day, and as much later as the test says. */
public final class ShiftedClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Goes to an instant, and on from there. */
  public void goTo(Instant instant) {
    ahead = Duration.between(Instant.now(), instant);
  }

  /** How much later it is than the time of day. */
  public Duration ahead() {
    return ahead;
  }

  /** Is as much later than the time of day from now on. */
  public void runAhead(Duration ahead) {
    this.ahead = ahead;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
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

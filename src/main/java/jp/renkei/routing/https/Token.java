package jp.renkei.routing.https;

import java.time.Duration;
import java.time.Instant;

/**
 * An access token.
 *
 * @param value what is shown to the agency
 * @param freshUntil until when it is used: shortly before it runs out
 */
record Token(String value, Instant freshUntil) {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  /** A token that holds for so long; of a short life a quarter is left unused. */
  static Token given(String value, Instant now, Duration life) {
    Duration quarter = life.dividedBy(4);
    return new Token(value, now.plus(life).minus(quarter.compareTo(MARGIN) < 0 ? quarter : MARGIN));
  }

  @Override
  public String toString() {
    return "Token until " + freshUntil;
  }
}

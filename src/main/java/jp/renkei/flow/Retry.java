package jp.renkei.flow;

import java.time.Duration;

/**
 * How often an agency is asked again that replied {@code TEMPORARY} or {@code SYSTEM_ERROR}. The
 * pause doubles from one attempt to the next, and a part of each is left to chance, so that what
 * failed together does not come back together.
 *
 * @param most attempts in all, the first included
 * @param first the pause after the first attempt
 * @param longest what the pause grows to
 */
public record Retry(int most, Duration first, Duration longest) {

  /** Where an agency's file says nothing. */
  public static final Retry DEFAULT = new Retry(8, Duration.ofSeconds(5), Duration.ofMinutes(10));
}

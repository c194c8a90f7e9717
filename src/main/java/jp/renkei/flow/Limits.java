package jp.renkei.flow;

import java.time.Duration;

/**
 * How much an agency is given to do.
 *
 * @param window the most unanswered inquiries that it may have; the rest waits in the ledger
 * @param rate the most messages in a second, or null
 * @param patience how long an inquiry may be unanswered while nothing at all comes from the agency,
 *     before the silence is suspicious; or null
 */
public record Limits(int window, Integer rate, Duration patience) {

  /** Where an agency's file says nothing. */
  public static final Limits DEFAULT = new Limits(2_000, null, null);
}

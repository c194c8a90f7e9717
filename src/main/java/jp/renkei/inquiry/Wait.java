package jp.renkei.inquiry;

import java.time.Instant;

/**
 * What an inquiry waits for before it can leave.
 *
 * @param until when that is over, or null where nobody can say
 */
public record Wait(Reason reason, Instant until) {

  /** What for. */
  public enum Reason {
    /** An operator's pause, a broken path or a stopped provider. */
    PAUSE,
    /** The agency's service hours. */
    HOURS,
    /** The agency's batch window. */
    BATCH,
    /** The next attempt, after a reply or a failed sending. */
    RETRY,
    /** Answers to others: the agency has as many as it may have. */
    WINDOW
  }
}

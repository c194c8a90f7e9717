package jp.renkei.cases;

import jp.renkei.ledger.Outcome;

/**
 * Whether there is an answer for a flow of a case; of several inquiries the first of these counts
 * that applies to any of them.
 */
public enum Standing {
  /** It is expected, and no inquiry asks it. */
  NOT_ASKED,
  /** An inquiry has not ended. */
  OPEN,
  /** An inquiry ended without an answer: whoever needs one asks again, or by other means. */
  NOT_ANSWERED,
  /**
   * The agency has nothing (該当なし・副本未登録). That is definite, and it never says "no" (DOMAIN.md 0): it
   * is told apart from what failed and from what was answered.
   */
  NO_DATA,
  /** Answered, with some items withheld by the agency. */
  PARTIAL,
  /** Answered, by the agency or on paper. */
  ANSWERED;

  /** What one inquiry's outcome says, null where it is open. */
  static Standing of(Outcome outcome) {
    if (outcome == null) {
      return OPEN;
    }
    return switch (outcome) {
      case ANSWERED, MANUAL -> ANSWERED;
      case PARTIAL -> PARTIAL;
      case NO_DATA -> NO_DATA;
      case NOT_IDENTIFIED, WITHHELD, REJECTED, EXPIRED, FAILED, CANCELLED -> NOT_ANSWERED;
    };
  }

  /** Whether the caller has something to work with. */
  public boolean isAnswer() {
    return this == ANSWERED || this == PARTIAL;
  }
}

package jp.renkei.message.facility;

import java.time.LocalDate;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyClass;

/**
 * What the facility told, as it was keyed in.
 *
 * @param number the inquiry number
 * @param environment the environment mark
 * @param admittedOn the day of admission, with {@code RESIDENT} and {@code LEFT}
 * @param leftOn the last day, only with {@code LEFT}
 * @param formerMunicipality the municipality code before the admission, or null where not told
 * @param addressMoved whether the address was moved to the facility, or null where not told
 */
public record StayReply(
    String number,
    String environment,
    Result result,
    LocalDate admittedOn,
    LocalDate leftOn,
    String formerMunicipality,
    Boolean addressMoved)
    implements Reply {

  @Override
  public ReplyClass replyClass() {
    return result.told() ? ReplyClass.ANSWERED : ReplyClass.NO_DATA;
  }

  /** What came back; the names stand in the answer. */
  enum Result {
    /** The person is there. */
    RESIDENT,
    /** The person was there. */
    LEFT,
    /** The person never was. */
    NOT_RESIDENT,
    /** A refusal. */
    DECLINED,
    /** The letter itself. */
    UNDELIVERABLE;

    /** Whether the facility answered. */
    boolean told() {
      return this != DECLINED && this != UNDELIVERABLE;
    }

    /** Whether there was a stay. */
    boolean stayed() {
      return this == RESIDENT || this == LEFT;
    }
  }
}

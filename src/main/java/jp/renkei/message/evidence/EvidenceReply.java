package jp.renkei.message.evidence;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyClass;

/**
 * What the holder told, as it was keyed in.
 *
 * @param number the inquiry number
 * @param environment the environment mark
 * @param keyedOn the day on which it was keyed in, in Japan
 * @param stays treatment or confinement, in the order of the form
 * @param damage the damage, or null
 * @param taxes taxes, in the order of the form
 */
public record EvidenceReply(
    String number,
    String environment,
    Result result,
    LocalDate keyedOn,
    List<Stay> stays,
    Damage damage,
    List<Tax> taxes)
    implements Reply {

  public EvidenceReply {
    stays = List.copyOf(stays);
    taxes = List.copyOf(taxes);
  }

  @Override
  public ReplyClass replyClass() {
    return result == Result.TOLD ? ReplyClass.ANSWERED : ReplyClass.NO_DATA;
  }

  /** What came back; the names stand in the answer. */
  enum Result {
    /** A filled form. */
    TOLD,
    /** The holder knows nothing. */
    NOT_FOUND,
    /** A refusal. */
    DECLINED,
    /** The letter itself. */
    UNDELIVERABLE
  }

  /**
   * A treatment or a confinement.
   *
   * @param to the last day, or null while it lasts
   */
  public record Stay(LocalDate from, LocalDate to) {}

  /**
   * A damage.
   *
   * @param cause and {@code degree} as reduction-evidence.keyed.schema.json names them
   * @param paid yen, or null where nothing is decided
   */
  public record Damage(LocalDate on, String cause, String degree, Long paid) {}

  /**
   * A year's tax.
   *
   * @param item as reduction-evidence.keyed.schema.json names it
   * @param amount yen, or null where it is not known, which is not zero
   */
  public record Tax(int year, String item, boolean declared, Long amount) {}
}

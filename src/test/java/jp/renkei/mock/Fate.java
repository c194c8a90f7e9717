package jp.renkei.mock;

import java.time.Duration;
import jp.renkei.message.ReplyClass;

/**
 * What the faults do to one inquiry. Each time a number comes it has another fate, so that a retry
 * may succeed; the same seed gives the same fates.
 *
 * @param failure the technical failure that is answered, or null
 */
public record Fate(
    boolean dropped, ReplyClass failure, boolean garbage, boolean duplicated, Duration after) {

  /**
   * @param times how often the number has come, this time included
   */
  public static Fate of(Faults faults, String number, int times) {
    // Every die is thrown each time: a rate that changes leaves the other faults as they were.
    Dice dice = Dice.of(faults.seed(), number + "/" + times);
    boolean dropped = dice.hits(faults.dropRate());
    boolean fails = dice.hits(faults.errorRate());
    ReplyClass failure = dice.hits(0.5) ? ReplyClass.TEMPORARY : ReplyClass.SYSTEM_ERROR;
    boolean garbage = dice.hits(faults.garbageRate());
    boolean duplicated = dice.hits(faults.duplicateRate());
    boolean late = dice.hits(faults.lateRate());
    return new Fate(
        dropped,
        fails ? failure : null,
        garbage,
        duplicated,
        Duration.ofMillis(faults.delayMs() + (late ? faults.lateMs() : 0)));
  }
}

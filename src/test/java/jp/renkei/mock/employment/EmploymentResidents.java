package jp.renkei.mock.employment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.message.ReplyClass;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Dice;
import jp.renkei.mock.employment.EmploymentRecord.Leaving;

/**
 * Everybody's record: the named residents have the one that is written for them, every other number
 * has one that its own dice make.
 */
final class EmploymentResidents {

  /**
   * How residents are distributed; the numbers beside the names are weights.
   *
   * @param leavings how many leavings a person has
   * @param firstDay the earliest day of a leaving
   * @param lastDay the latest
   * @param decidedWithinDays a decision follows the leaving within so many days
   */
  record Distribution(
      long seed,
      Map<ReplyClass, Integer> outcomes,
      Map<Integer, Integer> leavings,
      LocalDate firstDay,
      LocalDate lastDay,
      int decidedWithinDays,
      Map<String, Integer> reasonCodes,
      Map<String, Integer> qualifications,
      List<Resident> named) {}

  /**
   * @param note why this resident is there
   */
  record Resident(String subject, String note, ReplyClass outcome, EmploymentRecord reply) {

    Resident {
      reply = reply == null ? EmploymentRecord.NOTHING : reply;
    }
  }

  private final Distribution distribution;
  private final Map<String, Resident> named;

  EmploymentResidents(Distribution distribution) {
    this.distribution = distribution;
    this.named =
        distribution.named().stream()
            .collect(Collectors.toMap(Resident::subject, Function.identity()));
  }

  /** What the agency holds about a person within the period asked about. */
  Resident about(Asked asked) {
    Resident all = named.getOrDefault(asked.subject(), made(asked.subject()));
    List<Leaving> within =
        all.reply().leavings().stream()
            .filter(x -> x.leavingDate() == null || asked.spans(x.leavingDate()))
            .toList();
    boolean nothingLeft = within.isEmpty() && !all.reply().leavings().isEmpty();
    return nothingLeft
        ? new Resident(all.subject(), all.note(), ReplyClass.NO_DATA, null)
        : new Resident(all.subject(), all.note(), all.outcome(), all.reply().with(within));
  }

  private Resident made(String subject) {
    Dice dice = Dice.of(distribution.seed(), subject);
    ReplyClass outcome = dice.among(distribution.outcomes());
    int count = dice.among(distribution.leavings());
    List<Leaving> leavings =
        outcome == ReplyClass.ANSWERED
            ? Stream.generate(() -> leaving(dice)).limit(count).toList()
            : List.of();
    return new Resident(subject, null, outcome, EmploymentRecord.NOTHING.with(leavings));
  }

  private Leaving leaving(Dice dice) {
    long days = ChronoUnit.DAYS.between(distribution.firstDay(), distribution.lastDay());
    LocalDate left = distribution.firstDay().plusDays(dice.below((int) days + 1));
    return new Leaving(
        left,
        dice.among(distribution.reasonCodes()),
        dice.among(distribution.qualifications()),
        left.plusDays(1 + dice.below(distribution.decidedWithinDays())));
  }
}

package jp.renkei.message.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.Period;
import jp.renkei.message.network.Household;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.network.SumFact;
import jp.renkei.message.network.SumFact.Burden;

/**
 * What is told and derived about a person's benefits, by medical-benefits.reply.schema.json.
 *
 * @param alreadyPaid whether a benefit of the kind was paid already
 * @param ownBurden whether the own burdens add up
 * @param household whose own burdens a household's sum still needs
 * @param benefits the benefits that were told
 * @param ownBurdens the own burdens that were told
 */
record BenefitsAnswer(
    AlreadyPaid alreadyPaid,
    SumFact ownBurden,
    Household household,
    Optional<LocalDate> coveredFrom,
    Optional<LocalDate> coveredTo,
    List<FlaggedBenefit> benefits,
    List<FlaggedBurden> ownBurdens) {

  /** 01 to 06 (project-defined); others are kept and flagged. */
  static final Set<String> KINDS = Set.of("01", "02", "03", "04", "05", "06");

  private static final Set<String> SETTINGS = Set.of("1", "2");
  private static final String OUTSIDE = "MONTH_OUTSIDE";

  static BenefitsAnswer of(
      NetworkQuestion<BenefitsAsked> question, NetworkReply<BenefitSpan, BenefitsTold> reply) {
    BenefitsTold told = reply.told();
    BenefitSpan.Months months = question.asked().months();
    SumFact sum =
        SumFact.of(
                told.ownBurden().stream()
                    .map(line -> new Burden(line.month(), line.amount()))
                    .toList(),
                months::contains,
                told.ownBurdenTotal(),
                reply.complete())
            .within(
                new Period(months.from().atDay(1), months.to().atEndOfMonth()),
                told.coveredFrom(),
                told.coveredTo());
    return new BenefitsAnswer(
        AlreadyPaid.of(question.asked(), reply),
        sum,
        Household.needs(
            question.residentNumber(), sum.tellsAll(), question.asked().householdMembers()),
        told.coveredFrom(),
        told.coveredTo(),
        told.benefit().stream().map(line -> FlaggedBenefit.of(line, months)).toList(),
        told.ownBurden().stream().map(line -> FlaggedBurden.of(line, months)).toList());
  }

  /**
   * A benefit as it was told.
   *
   * @param flags UNKNOWN_BENEFIT_KIND, MONTH_OUTSIDE
   */
  record FlaggedBenefit(
      String kind,
      YearMonth month,
      Optional<LocalDate> paidOn,
      Optional<Long> amount,
      Optional<Long> additional,
      Set<String> flags) {

    static FlaggedBenefit of(BenefitsTold.Benefit line, BenefitSpan.Months months) {
      Set<String> flags = new TreeSet<>();
      if (!KINDS.contains(line.kind())) {
        flags.add("UNKNOWN_BENEFIT_KIND");
      }
      if (!months.contains(line.month())) {
        flags.add(OUTSIDE);
      }
      return new FlaggedBenefit(
          line.kind(), line.month(), line.paidOn(), line.amount(), line.additional(), flags);
    }
  }

  /**
   * A month's own burden as it was told.
   *
   * @param flags UNKNOWN_SETTING, MONTH_OUTSIDE
   */
  record FlaggedBurden(YearMonth month, Optional<String> setting, long amount, Set<String> flags) {

    static FlaggedBurden of(BenefitsTold.OwnBurden line, BenefitSpan.Months months) {
      Set<String> flags = new TreeSet<>();
      if (line.setting().filter(code -> !SETTINGS.contains(code)).isPresent()) {
        flags.add("UNKNOWN_SETTING");
      }
      if (!months.contains(line.month())) {
        flags.add(OUTSIDE);
      }
      return new FlaggedBurden(line.month(), line.setting(), line.amount(), flags);
    }
  }
}

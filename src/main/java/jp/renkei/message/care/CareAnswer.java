package jp.renkei.message.care;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.Period;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.Household;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.network.SumFact;

/**
 * What is told and derived about a person's long-term care, by long-term-care.reply.schema.json.
 *
 * @param period the calculation period (計算期間)
 * @param enrolled whether the person was insured in it
 * @param ownBurden whether the own burdens of benefits add up
 * @param projectBurden whether those of the comprehensive project (総合事業) do
 * @param shares whether the shares of a combined refund do
 * @param household whose own burdens a household's sum still needs
 * @param ownBurdens what was told
 */
record CareAnswer(
    CalculationPeriod period,
    Enrolled enrolled,
    Optional<String> certificateNumber,
    Optional<Long> highCostPaid,
    SumFact ownBurden,
    SumFact projectBurden,
    ShareFact shares,
    Household household,
    List<FlaggedBurden> ownBurdens) {

  private static final String BENEFITS = "1";
  private static final String PROJECT = "2";

  record CalculationPeriod(LocalDate from, LocalDate to) {}

  static CareAnswer of(
      NetworkQuestion<CareAsked> question, NetworkReply<CareYear, CareTold> reply) {
    CareTold told = reply.told();
    CareYear year = reply.repeated();
    SumFact benefits = sum(BENEFITS, told.benefitTotal(), reply);
    return new CareAnswer(
        new CalculationPeriod(year.firstDay(), year.lastDay()),
        Enrolled.of(year, reply),
        told.certificateNumber(),
        told.highCostPaid(),
        benefits,
        sum(PROJECT, told.projectTotal(), reply),
        ShareFact.of(told.shares()),
        Household.needs(
            question.residentNumber(), benefits.tellsAll(), question.asked().householdMembers()),
        told.ownBurden().stream().map(line -> FlaggedBurden.of(line, year)).toList());
  }

  /** The own burdens of one service; of a service that nobody knows they are in no sum. */
  private static SumFact sum(
      String service, Optional<Long> toldTotal, NetworkReply<CareYear, CareTold> reply) {
    List<SumFact.Burden> burdens =
        reply.told().ownBurden().stream()
            .filter(line -> line.service().equals(service))
            .map(line -> new SumFact.Burden(line.month(), line.amount()))
            .toList();
    CareYear year = reply.repeated();
    return SumFact.of(burdens, year::contains, toldTotal, reply.complete())
        .within(
            new Period(year.firstDay(), year.lastDay()),
            reply.told().enrolledFrom(),
            reply.told().enrolledTo());
  }

  /**
   * Whether the shares add up to the whole (按分の合計); the hub does not compute them.
   *
   * @param total in yen
   * @param medical in yen
   * @param care in yen
   */
  record ShareFact(
      Determination value,
      Optional<Long> total,
      Optional<Long> medical,
      Optional<Long> care,
      String basis,
      Set<String> flags) {

    static ShareFact of(Optional<CareTold.Shares> told) {
      Set<String> flags = new TreeSet<>();
      Determination adds =
          told.map(its -> Determination.of(its.medical() + its.care() == its.total()))
              .orElse(Determination.UNDETERMINED);
      if (told.isEmpty()) {
        flags.add("NOTHING_TOLD");
      } else if (adds == Determination.NO) {
        flags.add("SHARES_DO_NOT_ADD_UP");
      }
      return new ShareFact(
          adds,
          told.map(CareTold.Shares::total),
          told.map(CareTold.Shares::medical),
          told.map(CareTold.Shares::care),
          Fact.PROJECT_RULE,
          flags);
    }
  }

  /**
   * A month's own burden as it was told.
   *
   * @param flags UNKNOWN_SERVICE, MONTH_OUTSIDE
   */
  record FlaggedBurden(YearMonth month, String service, long amount, Set<String> flags) {

    static FlaggedBurden of(CareTold.OwnBurden line, CareYear year) {
      Set<String> flags = new TreeSet<>();
      if (!Set.of(BENEFITS, PROJECT).contains(line.service())) {
        flags.add("UNKNOWN_SERVICE");
      }
      if (!year.contains(line.month())) {
        flags.add("MONTH_OUTSIDE");
      }
      return new FlaggedBurden(line.month(), line.service(), line.amount(), flags);
    }
  }
}

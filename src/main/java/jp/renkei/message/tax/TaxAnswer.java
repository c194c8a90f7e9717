package jp.renkei.message.tax;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.network.Determination;
import jp.renkei.message.network.Fact;
import jp.renkei.message.network.Household;
import jp.renkei.message.network.NetworkQuestion;
import jp.renkei.message.network.NetworkReply;

/**
 * What is told and derived about one person's local tax, by local-tax.reply.schema.json.
 *
 * @param incomeYear the year of the income
 * @param declared whether income was declared
 * @param taxClass how the person is taxed, as it came
 * @param decidedOn when that was decided
 * @param figures the figures of who declared
 * @param taxBaseReaches the flag of 1,450,000 yen
 * @param household what a household's result still needs
 */
record TaxAnswer(
    int incomeYear,
    DeclaredFact declared,
    Optional<String> taxClass,
    Optional<LocalDate> decidedOn,
    Figures figures,
    TaxBaseFact taxBaseReaches,
    Household household) {

  static TaxAnswer of(NetworkQuestion<TaxAsked> question, NetworkReply<TaxYear, TaxTold> reply) {
    TaxTold told = reply.told();
    DeclaredFact declared = DeclaredFact.of(told);
    TaxBaseFact taxBase = TaxBaseFact.of(declared.value(), told);
    return new TaxAnswer(
        reply.repeated().incomeYear(),
        declared,
        told.taxClass(),
        told.decidedOn(),
        Figures.of(declared.value(), told),
        taxBase,
        Household.needs(
            question.residentNumber(),
            taxBase.value() != Determination.UNDETERMINED,
            question.asked().householdMembers()));
  }

  /**
   * Whether income was declared (申告の有無). An unknown code, a suspended taxation and a reply without
   * data leave it undetermined.
   *
   * @param code the code as it came
   */
  record DeclaredFact(Determination value, Optional<String> code, String basis, Set<String> flags) {

    static DeclaredFact of(TaxTold told) {
      Set<String> flags = new TreeSet<>();
      Optional<Declaration> known = told.declaration().flatMap(Declaration::of);
      if (told.isEmpty()) {
        flags.add("NOTHING_TOLD");
      } else if (told.declaration().isEmpty()) {
        flags.add("DECLARATION_UNSET");
      } else if (known.isEmpty()) {
        flags.add("UNKNOWN_DECLARATION");
      } else if (known.get() == Declaration.SUSPENDED) {
        flags.add("TAXATION_SUSPENDED");
      }
      return new DeclaredFact(
          known.map(Declaration::declared).orElse(Determination.UNDETERMINED),
          told.declaration(),
          Fact.PROJECT_RULE,
          flags);
    }
  }

  /**
   * Whether the tax base (課税標準額) reaches 1,450,000 yen, which the burden ratio of those from 70 on
   * hangs on. Who did not declare has no tax base, and not one of zero.
   *
   * @param limit in yen
   */
  record TaxBaseFact(Determination value, long limit, String basis, Set<String> flags) {

    private static final long LIMIT = 1_450_000;
    private static final String ORDER = "国民健康保険法施行令第27条の2";

    static TaxBaseFact of(Determination declared, TaxTold told) {
      Set<String> flags = new TreeSet<>();
      if (told.isEmpty()) {
        flags.add("NOTHING_TOLD");
      } else if (declared != Determination.YES) {
        flags.add("NOT_DECLARED");
      } else if (told.taxBase().isEmpty()) {
        flags.add("TAX_BASE_UNSET");
      }
      Determination reaches =
          flags.isEmpty()
              ? Determination.of(told.taxBase().orElseThrow() >= LIMIT)
              : Determination.UNDETERMINED;
      Fact fact = Fact.by(ORDER, reaches, flags);
      return new TaxBaseFact(fact.value(), LIMIT, fact.basis(), fact.flags());
    }
  }
}

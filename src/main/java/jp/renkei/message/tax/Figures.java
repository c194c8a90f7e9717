package jp.renkei.message.tax;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.network.Determination;

/**
 * The figures of a reply as far as they mean anything: where income is undeclared (未申告) there are
 * none, for a zero that a provider fills in is not an income of zero (DOMAIN.md 0).
 *
 * @param incomes the income by kind
 * @param flags what to look at
 */
record Figures(
    Optional<Long> totalIncome,
    Optional<Long> aggregateIncome,
    Optional<Long> carriedLoss,
    Optional<Long> deductions,
    Optional<Long> taxBase,
    Optional<Long> perCapitaLevy,
    Optional<Long> incomeLevy,
    List<KindOfIncome> incomes,
    Set<String> flags) {

  /** 01 to 11 (project-defined); others are kept and flagged. */
  private static final Set<String> KINDS =
      Set.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11");

  private static final Set<String> TAX_CLASSES = Set.of("1", "2", "3");

  /**
   * Income of one kind.
   *
   * @param flags UNKNOWN_KIND, LOSS
   */
  record KindOfIncome(String kind, Optional<Long> revenue, long amount, Set<String> flags) {

    static KindOfIncome of(TaxTold.Income told) {
      Set<String> flags = new TreeSet<>();
      if (!KINDS.contains(told.kind())) {
        flags.add("UNKNOWN_KIND");
      }
      if (told.amount() < 0) {
        flags.add("LOSS");
      }
      return new KindOfIncome(told.kind(), told.revenue(), told.amount(), flags);
    }
  }

  static Figures of(Determination declared, TaxTold told) {
    Set<String> flags = new TreeSet<>();
    if (told.taxClass().filter(known -> !TAX_CLASSES.contains(known)).isPresent()) {
      flags.add("UNKNOWN_TAX_CLASS");
    }
    if (declared == Determination.NO) {
      flags.add("UNDECLARED_NOT_ZERO");
      if (told.hasFigures()) {
        flags.add("FIGURES_OF_UNDECLARED_LEFT_OUT");
      }
      return none(flags);
    }
    Set<String> seen = new HashSet<>();
    if (!told.income().stream().allMatch(income -> seen.add(income.kind()))) {
      flags.add("KIND_TWICE");
    }
    return new Figures(
        told.totalIncome(),
        told.aggregateIncome(),
        told.carriedLoss(),
        told.deductions(),
        told.taxBase(),
        told.perCapitaLevy(),
        told.incomeLevy(),
        told.income().stream().map(KindOfIncome::of).toList(),
        flags);
  }

  private static Figures none(Set<String> flags) {
    return new Figures(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        flags);
  }
}

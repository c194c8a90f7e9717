package jp.renkei.message.network;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import jp.renkei.message.Period;

/**
 * A sum of own burdens (自己負担額), and whether it is the sum that the provider tells beside them.
 *
 * @param total the sum of the months that were asked about, in yen
 * @param toldTotal the provider's own, in yen
 * @param flags MONTH_OUTSIDE, NOTHING_TOLD, PARTIAL, TOTAL_UNSET, SUM_DIFFERS; and where it may be
 *     a part of the person's own burdens only, COVERAGE_UNSET, NOT_COVERED_THROUGHOUT
 */
public record SumFact(
    Determination value,
    OptionalLong total,
    Optional<Long> toldTotal,
    String basis,
    Set<String> flags) {

  private static final String COVERAGE_UNSET = "COVERAGE_UNSET";
  private static final String NOT_THROUGHOUT = "NOT_COVERED_THROUGHOUT";

  /** With any of these the person may have borne another sum in the months asked about. */
  private static final Set<String> DOUBTS =
      Set.of("NOTHING_TOLD", "PARTIAL", "SUM_DIFFERS", COVERAGE_UNSET, NOT_THROUGHOUT);

  /** Whether it is all that the person bore in the months asked about. */
  public boolean tellsAll() {
    return flags.stream().noneMatch(DOUBTS::contains);
  }

  /**
   * The same, of a provider whose insured the person was on these days: outside them others may
   * have more.
   */
  public SumFact within(Period asked, Optional<LocalDate> from, Optional<LocalDate> to) {
    if (total.isEmpty()) {
      return this;
    }
    Set<String> doubts = new TreeSet<>(flags);
    if (from.isEmpty()) {
      doubts.add(COVERAGE_UNSET);
    }
    if (from.filter(asked.from()::isBefore).isPresent()
        || to.filter(asked.to()::isAfter).isPresent()) {
      doubts.add(NOT_THROUGHOUT);
    }
    return new SumFact(value, total, toldTotal, basis, doubts);
  }

  /**
   * One month's own burden.
   *
   * @param amount in yen
   */
  public record Burden(YearMonth month, long amount) {}

  /**
   * @param burdens what was told, in any order
   * @param asked which months were asked about; others are flagged and left out
   * @param toldTotal the provider's sum
   * @param complete whether nothing is left out that there is
   */
  public static SumFact of(
      List<Burden> burdens,
      Predicate<YearMonth> asked,
      Optional<Long> toldTotal,
      boolean complete) {
    Set<String> flags = new TreeSet<>();
    List<Burden> within = burdens.stream().filter(line -> asked.test(line.month())).toList();
    if (within.size() < burdens.size()) {
      flags.add("MONTH_OUTSIDE");
    }
    if (within.isEmpty() && toldTotal.filter(told -> told == 0).isEmpty()) {
      flags.add("NOTHING_TOLD");
      return of(Determination.UNDETERMINED, OptionalLong.empty(), toldTotal, flags);
    }
    long total = within.stream().mapToLong(Burden::amount).sum();
    if (!complete) {
      flags.add("PARTIAL");
    }
    if (toldTotal.isEmpty()) {
      flags.add("TOTAL_UNSET");
    }
    boolean known = complete && toldTotal.isPresent();
    if (known && toldTotal.get() != total) {
      flags.add("SUM_DIFFERS");
    }
    Determination value =
        known ? Determination.of(toldTotal.get() == total) : Determination.UNDETERMINED;
    return of(value, OptionalLong.of(total), toldTotal, flags);
  }

  private static SumFact of(
      Determination value, OptionalLong total, Optional<Long> told, Set<String> flags) {
    return new SumFact(value, total, told, Fact.PROJECT_RULE, flags);
  }
}

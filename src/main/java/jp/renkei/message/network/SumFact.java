package jp.renkei.message.network;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A sum of own burdens (自己負担額), and whether it is the sum that the provider tells beside them.
 *
 * @param total the sum of the months that were asked about, in yen
 * @param toldTotal the provider's own, in yen
 */
public record SumFact(
    Determination value,
    OptionalLong total,
    Optional<Long> toldTotal,
    String basis,
    Set<String> flags) {

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

package jp.renkei.message.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.renkei.message.network.Told;

/**
 * What a provider tells of a person's coverage.
 *
 * @param coverage each coverage, in the reply's order
 * @param formerDependent 旧被扶養者の該当, as it came
 * @param formerDependentSince since when
 */
public record CoverageTold(
    List<Line> coverage, Optional<String> formerDependent, Optional<LocalDate> formerDependentSince)
    implements Told {

  /**
   * One coverage (資格).
   *
   * @param insurerNumber 保険者番号, six or eight digits
   * @param symbol 記号
   * @param number 番号
   * @param branch 枝番
   * @param relation 本人・家族, as it came
   * @param acquired 資格取得年月日
   * @param lost 資格喪失年月日, the first day without it
   * @param lossReason 喪失事由, as it came
   * @param appliedFrom 国保適用開始年月日
   * @param appliedTo 国保適用終了年月日
   * @param dependentFrom 被扶養者認定年月日
   * @param dependentTo when that ended
   * @param insuredLost when the insured person of the family lost the coverage
   * @param insuredLossReason why, as it came
   * @param burden 負担割合, as it came
   */
  public record Line(
      String insurerNumber,
      Optional<String> symbol,
      Optional<String> number,
      Optional<String> branch,
      Optional<String> relation,
      Optional<LocalDate> acquired,
      Optional<LocalDate> lost,
      Optional<String> lossReason,
      Optional<LocalDate> appliedFrom,
      Optional<LocalDate> appliedTo,
      Optional<LocalDate> dependentFrom,
      Optional<LocalDate> dependentTo,
      Optional<LocalDate> insuredLost,
      Optional<String> insuredLossReason,
      Optional<String> burden) {

    Insurance insurance() {
      return Insurance.of(insurerNumber);
    }

    boolean isReversed() {
      return isBefore(lost, acquired)
          || isBefore(appliedTo, appliedFrom)
          || isBefore(dependentTo, dependentFrom);
    }

    /** The acquisition date is carried over within a prefecture, the application follows it. */
    boolean isAppliedBeforeAcquired() {
      return isBefore(appliedFrom, acquired);
    }

    private static boolean isBefore(Optional<LocalDate> end, Optional<LocalDate> begin) {
      return end.isPresent() && begin.isPresent() && end.get().isBefore(begin.get());
    }
  }

  public CoverageTold {
    coverage = List.copyOf(coverage);
  }

  @Override
  public boolean isEmpty() {
    return coverage.isEmpty() && formerDependent.isEmpty() && formerDependentSince.isEmpty();
  }

  @Override
  public Optional<String> missing() {
    if (coverage.stream().anyMatch(line -> line.acquired().isEmpty())) {
      return Optional.of("acquired");
    }
    return formerDependent.filter("1"::equals).isPresent() && formerDependentSince.isEmpty()
        ? Optional.of("formerDependentSince")
        : Optional.empty();
  }

  @Override
  public Optional<String> contradiction() {
    if (coverage.stream().anyMatch(Line::isReversed)) {
      return Optional.of("coverage: ends before it begins");
    }
    return coverage.stream().anyMatch(Line::isAppliedBeforeAcquired)
        ? Optional.of("coverage: appliedFrom before acquired")
        : Optional.empty();
  }
}

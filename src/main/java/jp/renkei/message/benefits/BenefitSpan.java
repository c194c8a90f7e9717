package jp.renkei.message.benefits;

import java.time.YearMonth;

/**
 * What benefits are asked for.
 *
 * @param months the months of treatment (診療年月)
 * @param benefitKind 給付種別
 */
public record BenefitSpan(Months months, String benefitKind) {

  /**
   * A span of months; both belong to it.
   *
   * @param from the first
   * @param to the last, not before {@code from}
   */
  public record Months(YearMonth from, YearMonth to) {

    boolean contains(YearMonth month) {
      return !month.isBefore(from) && !month.isAfter(to);
    }
  }
}

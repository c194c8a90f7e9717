package jp.renkei.message.employment;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The months in which one involuntary leaving reduces the premium (DOMAIN.md 0, "Involuntary
 * unemployment").
 *
 * @param first the month of the day after leaving
 * @param last March of the fiscal year (April to March) after the first month's
 */
record ReliefMonths(YearMonth first, YearMonth last) {

  static ReliefMonths after(LocalDate leavingDate) {
    YearMonth first = YearMonth.from(leavingDate.plusDays(1));
    int fiscalYear =
        first.getMonth().compareTo(Month.APRIL) >= 0 ? first.getYear() : first.getYear() - 1;
    return new ReliefMonths(first, YearMonth.of(fiscalYear + 2, Month.MARCH));
  }

  /** Every month, first and last included. */
  Stream<YearMonth> months() {
    return LongStream.rangeClosed(0, first.until(last, ChronoUnit.MONTHS))
        .mapToObj(first::plusMonths);
  }

  int count() {
    return (int) months().count();
  }
}

package jp.renkei.message.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TaxYearPropertyTest {

  /** Slowly: counts month by month from a treatment in August 2000, whose tax year is 2000. */
  @Property(tries = 300)
  void ofAMonthOfTreatment(
      @ForAll @IntRange(min = 2001, max = 2060) int year,
      @ForAll @IntRange(min = 1, max = 12) int month) {
    YearMonth treated = YearMonth.of(year, month);
    Deque<Integer> years = new ArrayDeque<>();
    years.add(2000);
    for (YearMonth at = YearMonth.of(2000, 9); !at.isAfter(treated); at = at.plusMonths(1)) {
      if (at.toString().endsWith("-08")) {
        years.addLast(years.getLast() + 1);
      }
    }
    TaxYear found = TaxYear.ofTreatment(treated);
    assertThat(found.taxYear()).isEqualTo(years.getLast());
    assertThat(found.incomeYear()).isEqualTo(years.getLast() - 1);
  }
}

package jp.renkei.message.care;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * A calculation year (計算年度; DOMAIN.md 5): from 1 August to 31 July, which is its base date.
 *
 * @param calculationYear the year in which it begins
 */
public record CareYear(int calculationYear) {

  LocalDate firstDay() {
    return LocalDate.of(calculationYear, Month.AUGUST, 1);
  }

  LocalDate lastDay() {
    return LocalDate.of(calculationYear + 1, Month.JULY, 31);
  }

  boolean contains(YearMonth month) {
    return !month.atDay(1).isBefore(firstDay()) && !month.atEndOfMonth().isAfter(lastDay());
  }
}

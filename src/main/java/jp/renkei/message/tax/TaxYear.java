package jp.renkei.message.tax;

import java.time.Month;
import java.time.YearMonth;

/**
 * A tax year (課税年度).
 *
 * @param taxYear the year; it tells the income of the year before
 */
public record TaxYear(int taxYear) {

  /** Of a month of treatment (DOMAIN.md 0): from August that year, until July the one before. */
  static TaxYear ofTreatment(YearMonth month) {
    boolean begun = month.getMonth().compareTo(Month.AUGUST) >= 0;
    return new TaxYear(begun ? month.getYear() : month.getYear() - 1);
  }

  int incomeYear() {
    return taxYear - 1;
  }
}

package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days off against the lists that the Cabinet Office (内閣府) published for these years. */
class JapaneseHolidaysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024 | 01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23
          2025 | 01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24
          2026 | 01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23
          2027 | 01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23
          """)
  void aYearHasTheseDaysOff(int year, String days) {
    assertThat(daysOff(year))
        .containsExactlyElementsOf(
            Stream.of(days.split(" ")).map(day -> LocalDate.parse(year + "-" + day)).toList());
  }

  @Test
  void theEquinoxesAreTheAnnouncedOnesAlsoInLeapYears() {
    assertThat(List.of("2028-03-20", "2028-09-22", "2030-03-20", "2030-09-23", "2031-03-21"))
        .map(LocalDate::parse)
        .allMatch(JapaneseHolidays::isHoliday);
  }

  @Test
  void aTuesdayBetweenTwoHolidaysIsOffEverySoOften() {
    assertThat(daysOff(2032)).contains(LocalDate.parse("2032-09-21"));
    assertThat(daysOff(2031)).doesNotContain(LocalDate.parse("2031-09-22"));
  }

  private static List<LocalDate> daysOff(int year) {
    return Year.of(year)
        .atDay(1)
        .datesUntil(Year.of(year + 1).atDay(1))
        .filter(JapaneseHolidays::isHoliday)
        .toList();
  }
}

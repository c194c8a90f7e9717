package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDateTest {

  @ParameterizedTest
  @CsvSource({
    "1961-04-02, 2026-04-01, 2026-04-01",
    "1961-04-01, 2026-03-31, 2026-03-31",
    "1961-01-01, 2025-12-31, 2025-12-31",
    // 65 years after a leap year there is no 29 February
    "1960-02-29, 2025-02-28, 2025-02-28",
    "1960-03-01, 2025-02-28, 2025-02-28",
    // and 65 years after 1963 there is one
    "1963-03-01, 2028-02-29, 2028-02-29",
    "1963-02-28, 2028-02-27, 2028-02-27",
    "1961-04-00, 2026-03-31, 2026-04-29",
    "1960-02-00, 2025-01-31, 2025-02-28",
    "1961-00-00, 2025-12-31, 2026-12-30"
  })
  void reachesSixtyFiveTheDayBefore(String birth, LocalDate earliest, LocalDate latest) {
    BirthDate parsed = BirthDate.parse(birth).orElseThrow();
    assertThat(parsed.reachesAtTheEarliest(65)).isEqualTo(earliest);
    assertThat(parsed.reachesAtTheLatest(65)).isEqualTo(latest);
  }

  @Test
  void reachesAnEvenAgeOnTheTwentyEighthInALeapYearToo() {
    BirthDate leapDay = BirthDate.parse("1960-02-29").orElseThrow();
    assertThat(leapDay.reachesAtTheEarliest(64)).isEqualTo("2024-02-28");
  }

  @Test
  void keepsWhatWasWritten() {
    assertThat(BirthDate.parse("1961-04-00"))
        .get()
        .extracting(BirthDate::text)
        .isEqualTo("1961-04-00");
    assertThat(BirthDate.parse("1961-00-15")).isEmpty();
    assertThat(BirthDate.parse("1961-02-29")).isEmpty();
    assertThat(BirthDate.parse("1961-2-9")).isEmpty();
  }
}

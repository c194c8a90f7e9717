package jp.renkei.message.employment;

import static jp.renkei.message.employment.Involuntary.NO;
import static jp.renkei.message.employment.Involuntary.UNDETERMINED;
import static jp.renkei.message.employment.Involuntary.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.renkei.message.BirthDate;
import jp.renkei.message.Period;
import jp.renkei.message.employment.LeavingJudgement.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeavingJudgementTest {

  private static final LocalDate LEFT = LocalDate.of(2026, 3, 31);

  @Test
  void countsTheNineReasonsAndNoOther() {
    assertThat(codesJudged(YES))
        .containsExactlyInAnyOrder("11", "12", "21", "22", "23", "31", "32", "33", "34");
    assertThat(codesJudged(NO)).containsExactlyInAnyOrder("24", "25", "40", "45", "50", "55");
    assertThat(codesJudged(UNDETERMINED)).hasSize(100 - 9 - 6).contains("00", "10", "35", "99");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 2026-04, 2028-03, 24",
    "2026-03-30, 2026-03, 2027-03, 13",
    "2026-04-01, 2026-04, 2028-03, 24",
    "2026-04-29, 2026-04, 2028-03, 24",
    "2026-04-30, 2026-05, 2028-03, 23",
    "2025-12-31, 2026-01, 2027-03, 15",
    "2024-02-28, 2024-02, 2025-03, 14",
    "2024-02-29, 2024-03, 2025-03, 13",
    "2023-02-28, 2023-03, 2024-03, 13"
  })
  void relievesToTheEndOfTheNextFiscalYear(
      LocalDate left, YearMonth first, YearMonth last, int months) {
    ReliefMonths relief = ReliefMonths.after(left);
    assertThat(relief).isEqualTo(new ReliefMonths(first, last));
    assertThat(relief.count()).isEqualTo(months);
  }

  @ParameterizedTest
  @CsvSource({
    "1980-05-10, 11, 1, YES",
    "1980-05-10, 40, 1, NO",
    "1980-05-10, 11, 2, NO",
    "1980-05-10, 11, 3, NO",
    "1980-05-10, 11, 4, UNDETERMINED",
    "1980-05-10, 40, 4, NO",
    "1961-04-02, 11, 1, YES",
    "1961-04-01, 11, 1, NO",
    "1961-04-00, 11, 1, UNDETERMINED",
    "1961-03-00, 11, 1, NO",
    "1961-05-00, 11, 1, YES",
    "1961-00-00, 11, 1, UNDETERMINED",
    "1961-00-00, 40, 1, NO",
    "1962-00-00, 11, 1, YES",
    "1960-00-00, 11, 1, NO",
    // an unknown code is undetermined whatever else is known
    "1980-05-10, 99, 1, UNDETERMINED",
    "1950-01-01, 99, 1, UNDETERMINED",
    "1980-05-10, 99, 3, UNDETERMINED",
    "1980-05-10, 40, 5, UNDETERMINED",
    // an item that is not told leaves open only what it could change
    "1980-05-10, , 1, UNDETERMINED",
    "1980-05-10, 11, , UNDETERMINED",
    "1980-05-10, 40, , NO",
    "1950-01-01, , , NO"
  })
  void judgesReasonAgeAndQualification(
      String birth, String reason, String qualification, Involuntary expected) {
    LeavingJudgement judged = judge(birth, Optional.of(LEFT), reason, qualification);
    assertThat(judged.involuntary()).isEqualTo(expected);
    assertThat(judged.relief().isPresent()).isEqualTo(expected == YES);
    if (expected == UNDETERMINED) {
      assertThat(judged.flags()).isNotEmpty();
    }
  }

  @Test
  void flagsWhatIsMissing() {
    assertThat(judge("1980-05-10", Optional.empty(), null, null).flags())
        .containsExactly(Flag.LEAVING_DATE_UNSET, Flag.REASON_CODE_UNSET, Flag.QUALIFICATION_UNSET);
  }

  @Test
  void knowsThreeValues() {
    for (Involuntary any : Involuntary.values()) {
      assertThat(NO.and(any)).isEqualTo(NO);
      assertThat(any.and(NO)).isEqualTo(NO);
      assertThat(YES.and(any)).isEqualTo(any);
      assertThat(any.and(YES)).isEqualTo(any);
    }
    assertThat(UNDETERMINED.and(UNDETERMINED)).isEqualTo(UNDETERMINED);
  }

  private static Set<String> codesJudged(Involuntary as) {
    return IntStream.range(0, 100)
        .mapToObj(code -> "%02d".formatted(code))
        .filter(code -> judge("1980-05-10", Optional.of(LEFT), code, "1").involuntary() == as)
        .collect(Collectors.toSet());
  }

  private static LeavingJudgement judge(
      String birth, Optional<LocalDate> left, String reason, String qualification) {
    EmploymentQuestion question =
        new EmploymentQuestion(
            "1",
            BirthDate.parse(birth).orElseThrow(),
            new Period(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 11, 22)),
            null,
            false);
    Leaving leaving =
        new Leaving(
            left,
            Optional.ofNullable(reason),
            Optional.ofNullable(qualification),
            Optional.of(LocalDate.of(2026, 4, 10)));
    return LeavingJudgement.of(question, leaving);
  }
}

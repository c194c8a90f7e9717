package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestSubjectsTest {

  private static final String RESERVED =
      "12345678,  0000700-0000799,900000000000000-999999999999999";

  @ParameterizedTest
  @CsvSource({
    "12345678, true",
    "12345677, false",
    "12345679, false",
    "699, false",
    "700, true",
    "0000000000750, true",
    "799, true",
    "800, false",
    "899999999999999, false",
    "900000000000000, true",
    "999999999999999, true"
  })
  void inProductionThoseThatAreReservedAreRefused(String residentNumber, boolean refused) {
    assertThat(TestSubjects.refusedIn("production", RESERVED).include(residentNumber))
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "demo", "test"})
  void elsewhereNobodyIs(String environment) {
    assertThat(TestSubjects.refusedIn(environment, RESERVED).include("12345678")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9-", "-9", "9..10", "1,,2", "1234567890123456", "９", "99*"})
  void whatIsNoRangeStopsTheStartEverywhere(String reserved) {
    for (String environment : new String[] {"production", "test"}) {
      assertThatThrownBy(() -> TestSubjects.refusedIn(environment, reserved))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("RENKEI_TEST_SUBJECTS")
          .hasMessageContaining("900000000-999999999");
    }
  }

  @Test
  void aRangeThatEndsBeforeItBeginsStopsTheStart() {
    assertThatThrownBy(() -> TestSubjects.refusedIn("production", "800-799"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("\"800-799\" ends before it begins");
  }
}

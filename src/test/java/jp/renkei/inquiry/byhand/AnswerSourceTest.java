package jp.renkei.inquiry.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer was taken from is named, and nobody in it. */
class AnswerSourceTest {

  private static final String SUBJECT = "12345678";

  @ParameterizedTest
  @CsvSource({
    "電話聴取記録 保年第123号, 電話聴取記録 保年第123号",
    "' 電話聴取記録　保年第１２３号 ', 電話聴取記録 保年第123号",
    "ＤＯＣ－１, DOC-1",
    "123456780, 123456780",
  })
  void isTakenInOneWidth(String given, String name) {
    assertThat(AnswerSource.named(given, SUBJECT)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u3000", "note\n1", "note\u200b1", "note\u20281"})
  void isATextThatIsSeen(String given) {
    assertThat(refused(given)).isEqualTo(Problem.INVALID_FIELD);
  }

  @Test
  void isNotLong() {
    assertThat(AnswerSource.named("x".repeat(64), SUBJECT)).hasSize(64);
    assertThat(refused("x".repeat(65))).isEqualTo(Problem.INVALID_FIELD);
    // four characters in one
    assertThat(refused("㍿".repeat(17))).isEqualTo(Problem.INVALID_FIELD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789018", "記録 １２３４-５６７８-９０１８", "a123456789018号"})
  void holdsNoIndividualNumber(String given) {
    assertThat(refused(given)).isEqualTo(Problem.INDIVIDUAL_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345678", "宛名 0012345678 の件", "宛名１２３４５６７８", "1234-5678", "1 234 5678"})
  void doesNotNameThePerson(String given) {
    assertThat(refused(given)).isEqualTo(Problem.INVALID_FIELD);
  }

  private static Problem refused(String given) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> AnswerSource.named(given, SUBJECT));
    assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/documentNumber");
    if (given.strip().length() > 2) {
      assertThat(refused.faults().toString()).doesNotContain(given.strip());
    }
    return refused.problem();
  }
}

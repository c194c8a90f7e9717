package jp.renkei.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue is complete in both languages, and holds nothing that has no code. */
class ProblemTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void theWordsAreThoseOfTheCodesAndNoOthers(String language) {
    ResourceBundle words = Wording.in(Locale.forLanguageTag(language));

    assertThat(words.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Problem.values())
                .flatMap(
                    problem ->
                        Stream.of("title", "cause", "action")
                            .map(part -> problem.code() + "." + part))
                .toList());
    assertThat(words.keySet()).allSatisfy(key -> assertThat(words.getString(key)).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void eachLanguageIsInItsOwnFile(Problem problem) {
    assertThat(problem.title() + problem.cause() + problem.action()).matches("\\p{ASCII}+");
    assertThat(
            Stream.of(problem.titleJa(), problem.causeJa(), problem.actionJa())
                .allMatch(text -> text.codePoints().anyMatch(ProblemTest::isJapanese)))
        .isTrue();
  }

  @Test
  void noCodeIsUsedTwice() {
    assertThat(Arrays.stream(Problem.values()).map(Problem::code)).doesNotHaveDuplicates();
  }

  private static boolean isJapanese(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HIRAGANA
        || Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }
}

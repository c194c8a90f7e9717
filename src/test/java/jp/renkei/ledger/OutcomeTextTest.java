package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators read of outcomes is what the ledger does. */
class OutcomeTextTest {

  private static final Pattern NAME = Pattern.compile("[A-Z]{2,}(_[A-Z]+)+|[A-Z]{3,}");

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void tellsWhichOutcomesMayBeAnsweredByHand(String language) {
    ResourceBundle texts =
        ResourceBundle.getBundle("jp.renkei.problem.problems", Locale.forLanguageTag(language));

    assertThat(names(texts.getString("RK-1311.action"))).isEqualTo(outcomes(true));
    assertThat(names(texts.getString("RK-1312.cause"))).isEqualTo(outcomes(false));
  }

  private static Set<String> outcomes(boolean leavesOpen) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.leavesOpen() == leavesOpen)
        .map(Outcome::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}

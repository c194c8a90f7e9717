package jp.renkei.api;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** How long a caller is ready to wait: {@code 20s} or {@code 500ms}, at most 30 seconds. */
final class WaitParameter {

  private static final Pattern FORM = Pattern.compile("(\\d{1,5})(ms|s)");
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private WaitParameter() {}

  static Duration read(String text) {
    if (text == null) {
      return Duration.ZERO;
    }
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      long amount = Long.parseLong(form.group(1));
      Duration wait =
          form.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
      if (wait.compareTo(LONGEST) <= 0) {
        return wait;
      }
    }
    throw new ProblemException(
        Problem.BAD_PARAMETER, "wait", "not a time like 20s or 500ms of at most 30s");
  }
}

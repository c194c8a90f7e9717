package jp.renkei.flow;

import java.util.function.Predicate;

/** What the codes of an agency's providers are. */
public enum ProviderCodes {
  /** Municipality codes (地方公共団体コード) of six digits, the last of them the check digit. */
  MUNICIPALITY(ProviderCodes::isMunicipality);

  private static final int[] WEIGHTS = {6, 5, 4, 3, 2};

  private final Predicate<String> rule;

  ProviderCodes(Predicate<String> rule) {
    this.rule = rule;
  }

  /** Whether a text is such a code. */
  boolean fits(String code) {
    return rule.test(code);
  }

  /** DOMAIN.md 7: the last digit of 11 − (Σ digit × weight mod 11). */
  private static boolean isMunicipality(String code) {
    if (!code.matches("[0-9]{6}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * Character.digit(code.charAt(i), 10);
    }
    return (11 - sum % 11) % 10 == Character.digit(code.charAt(WEIGHTS.length), 10);
  }
}

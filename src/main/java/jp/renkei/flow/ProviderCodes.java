package jp.renkei.flow;

import java.util.function.Predicate;

/** What the codes of an agency's providers are. */
public enum ProviderCodes {
  /** Municipality codes (地方公共団体コード) of six digits, the last of them the check digit. */
  MUNICIPALITY(CheckDigits::isMunicipality),
  /**
   * Insurer numbers (保険者番号) of eight digits, the last of them the check digit, or of six, a
   * National Health Insurance society's (国保組合).
   */
  INSURER(code -> CheckDigits.isInsurer(code) || CheckDigits.isNationalHealthInsurance(code)),
  /**
   * Insurer numbers of a wide-area union of medical care for the aged (後期高齢者医療): 39 and six digits.
   */
  WIDE_AREA_UNION(code -> CheckDigits.isInsurer(code) && code.startsWith("39"));

  private final Predicate<String> rule;

  ProviderCodes(Predicate<String> rule) {
    this.rule = rule;
  }

  /** Whether a text is such a code. */
  boolean fits(String code) {
    return rule.test(code);
  }
}

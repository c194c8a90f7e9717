package jp.renkei.flow;

/** The check digits of municipality codes and insurer numbers (DOMAIN.md 7). */
public final class CheckDigits {

  private static final int[] WEIGHTS = {6, 5, 4, 3, 2};

  private CheckDigits() {}

  /** Six digits, the last of them that of 11 − (Σ digit × weight mod 11). */
  public static boolean isMunicipality(String code) {
    if (!code.matches("[0-9]{6}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * digit(code, i);
    }
    return (11 - sum % 11) % 10 == digit(code, WEIGHTS.length);
  }

  /** Eight digits: 法別番号, prefecture, insurer and check digit. */
  public static boolean isInsurer(String number) {
    return number.matches("[0-9]{8}") && addsUp(number);
  }

  /** Six digits, of a National Health Insurance: an insurer number without 法別番号. */
  public static boolean isNationalHealthInsurance(String number) {
    return number.matches("[0-9]{6}") && addsUp(number);
  }

  /** From the right times 1, 2, 1, 2 …; the digits of the products add up to a multiple of ten. */
  private static boolean addsUp(String number) {
    int sum = 0;
    for (int fromRight = 0; fromRight < number.length(); fromRight++) {
      int product = digit(number, number.length() - 1 - fromRight) * (1 + fromRight % 2);
      sum += product / 10 + product % 10;
    }
    return sum % 10 == 0;
  }

  private static int digit(String text, int at) {
    return Character.digit(text.charAt(at), 10);
  }
}

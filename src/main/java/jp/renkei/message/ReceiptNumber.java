package jp.renkei.message;

import java.util.regex.Pattern;

/**
 * The form of the receipt number (処理通番) that an agency gives to an inquiry, project-defined: 1 to
 * 32 letters, digits and hyphens, and not twelve digits alone: those could be an individual number
 * (個人番号), and this number stands in events and URLs.
 */
public final class ReceiptNumber {

  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z-]{1,32}");
  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

  private ReceiptNumber() {}

  /** Whether a text, or null, has this form. */
  public static boolean isOne(String text) {
    return text != null
        && FORM.matcher(text).matches()
        && !TWELVE_DIGITS.matcher(text.replace("-", "")).matches();
  }
}

package jp.renkei.message;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Finds what may be an individual number (個人番号) in a free text: a token of exactly twelve digits,
 * in any width, also with hyphens between them (DOMAIN.md 0). Its check digit does not count: a
 * mistyped one is as bad.
 */
public final class TwelveDigits {

  private static final Pattern HYPHENS = Pattern.compile("[-\\u2010-\\u2015\\u2212\\u30fc]");
  private static final Pattern TWELVE = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

  private TwelveDigits() {}

  /** Whether the text holds such a token. */
  public static boolean in(String text) {
    return TWELVE.matcher(folded(text).replace("-", "")).find();
  }

  /** The text in which tokens are looked for: of the usual width, with one kind of hyphen. */
  public static String folded(String text) {
    return HYPHENS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("-");
  }
}

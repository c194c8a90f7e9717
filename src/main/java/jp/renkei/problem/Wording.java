package jp.renkei.problem;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the catalogue, from {@code problems_en.properties} and {@code
 * problems_ja.properties}, where each stands under its code and the name of the part: title, cause
 * or action.
 */
final class Wording {

  private static final ResourceBundle.Control ONLY_THIS_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Wording() {}

  static String english(String code, String part) {
    return in(Locale.ENGLISH).getString(code + "." + part);
  }

  static String japanese(String code, String part) {
    return in(Locale.JAPANESE).getString(code + "." + part);
  }

  /** All words of a language; the JDK keeps them in memory. */
  static ResourceBundle in(Locale language) {
    return ResourceBundle.getBundle("jp.renkei.problem.problems", language, ONLY_THIS_LANGUAGE);
  }
}

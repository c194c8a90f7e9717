package jp.renkei.message.registry;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds what systems write differently without meaning it (NFKC): widths, letters' case, spaces,
 * variation selectors, and the signs that are typed for a hyphen. The long vowel mark of a name
 * stays one, except that it is a hyphen beside digits, as in 2ー3.
 */
final class FoldedText {

  /** Spaces, marks of direction and variation selectors. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\s\\p{Z}\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

  private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−]|(?<=[0-9])ー(?=[0-9])");

  /**
   * Private-use and lost characters, and the signs that printers put for those they have not. The
   * same one on both sides proves nothing: each system has private-use characters of its own.
   */
  private static final Pattern NO_SHAPE = Pattern.compile("[\\p{Co}\\uFFFD〓●■□◆]");

  private FoldedText() {}

  /** The form in which two writings are equal. */
  static String of(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return HYPHENS
        .matcher(UNSEEN.matcher(folded).replaceAll(""))
        .replaceAll("-")
        .toLowerCase(Locale.ROOT);
  }

  /** All four of them, one behind the other. */
  static String of(FourItems items) {
    return String.join(
        "\n", of(items.name()), of(items.address()), items.birthDate().text(), items.sex());
  }

  /** Whether it has characters that nobody can compare. */
  static boolean hasNoShape(String text) {
    return NO_SHAPE.matcher(text).find();
  }
}

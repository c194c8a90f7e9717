package jp.renkei.inquiry.paper;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text as the print vendor's character set (CP932, windows-31j) can take it. Signs that only have
 * another code there change to it; a variation selector falls out; of the rest, what CP932 does not
 * have becomes a geta (〓), the printers' own sign for a missing letter. Both are named, so that the
 * vendor sets them from the letter, which has them all.
 */
final class VendorText {

  /** The vendor's character set; {@code Shift_JIS} lacks what vendors added, such as 髙 and 﨑. */
  static final Charset CP932 = Charset.forName("windows-31j");

  private static final int GETA = 0x3013;

  /** The same signs by their codes in Unicode's tables of JIS, and by Microsoft's. */
  private static final Map<Integer, Integer> SAME =
      Map.of(
          0x2212, 0xFF0D, 0x301C, 0xFF5E, 0x2016, 0x2225, 0x2014, 0x2015, 0x00A2, 0xFFE0, 0x00A3,
          0xFFE1, 0x00AC, 0xFFE2);

  private final CharsetEncoder encoder = CP932.newEncoder();
  private final Set<Integer> missing = new LinkedHashSet<>();

  /** The text for the vendor; what it lacks is remembered. */
  String of(String text) {
    StringBuilder taken = new StringBuilder();
    text.codePoints().forEach(c -> take(SAME.getOrDefault(c, c), taken));
    return taken.toString();
  }

  private void take(int c, StringBuilder taken) {
    if (encoder.canEncode(Character.toString(c))) {
      taken.appendCodePoint(c);
      return;
    }
    missing.add(c);
    if (!isVariationSelector(c)) {
      taken.appendCodePoint(GETA);
    }
  }

  /** The characters that were missing, in the order they came: {@code U+20BB7 U+E0100}. */
  String missing() {
    return missing.stream().map("U+%04X"::formatted).collect(Collectors.joining(" "));
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }
}

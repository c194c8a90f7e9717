package jp.renkei.inquiry.paper;

import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.flow.CharacterSet;
import jp.renkei.message.characters.VariationSelector;

/**
 * A text as the print vendor's character set (CP932, windows-31j) can take it. Signs that only have
 * another code there change to it; a variation selector falls out; of the rest, what CP932 does not
 * have becomes a geta (〓), the printers' own sign for a missing letter. Both are named, so that the
 * vendor sets them from the letter, which has them all; a variant form in their place would be
 * overlooked.
 */
final class VendorText {

  /** The vendor's character set; {@code Shift_JIS} lacks what vendors added, such as 髙 and 﨑. */
  static final Charset CP932 = Charset.forName("windows-31j");

  private static final int GETA = 0x3013;

  private final Set<Integer> missing = new LinkedHashSet<>();

  /** The text for the vendor; what it lacks is remembered. */
  String of(String text) {
    StringBuilder taken = new StringBuilder();
    text.codePoints().forEach(c -> take(c, taken));
    return taken.toString();
  }

  private void take(int c, StringBuilder taken) {
    int sign = CharacterSet.WINDOWS_31J.sameSign(c).orElse(c);
    if (CharacterSet.WINDOWS_31J.has(sign)) {
      taken.appendCodePoint(sign);
      return;
    }
    missing.add(c);
    if (!VariationSelector.is(c)) {
      taken.appendCodePoint(GETA);
    }
  }

  /** The characters that were missing, in the order they came: {@code U+20BB7 U+E0100}. */
  String missing() {
    return missing.stream().map("U+%04X"::formatted).collect(Collectors.joining(" "));
  }
}

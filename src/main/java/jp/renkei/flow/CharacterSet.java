package jp.renkei.flow;

import java.nio.charset.Charset;
import java.util.OptionalInt;

/**
 * The characters that an agency takes (文字要件). Messages are UTF-8 all the same: a set says which
 * characters may stand in them. Which one an agency has officially is not public; the choice, and
 * these definitions by way of the JDK's character sets, are the project's own (DOMAIN.md 8).
 */
public enum CharacterSet {
  /** ASCII, half-width katakana and JIS X 0208. */
  JIS_X_0208("JIS X 0208", "x-JIS0208"),
  /** ASCII, half-width katakana and JIS X 0213:2004. */
  JIS_X_0213("JIS X 0213", "x-SJIS_0213"),
  /** Microsoft's (CP932), which has 髙 and 﨑 and what else vendors added; its 外字 are not of it. */
  WINDOWS_31J("Windows-31J", "windows-31j"),
  /** All there are. */
  UNICODE("Unicode", null);

  /** Signs of one shape that JIS and Microsoft gave different codes in Unicode. */
  private static final int[][] SAME = {
    {0x301C, 0xFF5E},
    {0x2212, 0xFF0D},
    {0x2016, 0x2225},
    {0x2014, 0x2015},
    {0x00A2, 0xFFE0},
    {0x00A3, 0xFFE1},
    {0x00AC, 0xFFE2}
  };

  private final String title;
  private final Charset charset;

  CharacterSet(String title, String charset) {
    this.title = title;
    this.charset = charset == null ? null : Charset.forName(charset);
  }

  /** What it is called, in either language. */
  public String title() {
    return title;
  }

  /** Whether it has a character. What is for private use has no shape that two sides agree on. */
  public boolean has(int codePoint) {
    if (charset == null || codePoint < 0x80 || isHalfWidthKatakana(codePoint)) {
      return true;
    }
    return Character.getType(codePoint) != Character.PRIVATE_USE
        && survives(Character.toString(codePoint));
  }

  /** The JDK's encoders also take what they only have a likeness of, such as · for ・. */
  private boolean survives(String character) {
    return charset.newEncoder().canEncode(character)
        && charset.decode(charset.encode(character)).toString().equals(character);
  }

  /** The code under which it has the same sign, where it has the sign but not under this code. */
  public OptionalInt sameSign(int codePoint) {
    for (int[] sign : SAME) {
      if (sign[0] == codePoint || sign[1] == codePoint) {
        int other = sign[0] + sign[1] - codePoint;
        return !has(codePoint) && has(other) ? OptionalInt.of(other) : OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isHalfWidthKatakana(int codePoint) {
    return codePoint >= 0xFF61 && codePoint <= 0xFF9F;
  }
}

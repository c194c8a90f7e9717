package jp.renkei.message.registry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Folding (NFKC and more) takes away what means nothing, and nothing that does. */
class FoldedTextPropertyTest {

  /** Letters and kana that no width, case or space makes alike. */
  private static final String APART = "abcxyz0189アイウエオカガハバパンヤユヨあいうがぱん連携花子髙高";

  @Provide
  Arbitrary<String> apart() {
    return Arbitraries.strings().withChars(APART.toCharArray()).ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMaxLength(20);
  }

  @Property(tries = 1_000)
  void whatIsFoldedStaysAsItIs(@ForAll("anything") String text) {
    String once = FoldedText.of(text);
    assertThat(FoldedText.of(once)).isEqualTo(once);
  }

  @Property(tries = 500)
  void otherCharactersStayOthers(@ForAll("apart") String one, @ForAll("apart") String another) {
    assertThat(FoldedText.of(one).equals(FoldedText.of(another))).isEqualTo(one.equals(another));
  }

  @Property(tries = 500)
  void widthCaseAndSpacesMeanNothing(@ForAll("apart") String text, @ForAll int seed) {
    StringBuilder other = new StringBuilder();
    int random = seed;
    for (char c : text.toCharArray()) {
      random = random * 1_103_515_245 + 12_345;
      other.append((random >> 16 & 1) == 0 ? c : otherWidth(c));
      if ((random >> 17 & 3) == 0) {
        other.append('　');
      }
    }
    assertThat(FoldedText.of(other.toString())).isEqualTo(FoldedText.of(text));
  }

  /** Written out, not computed: the other width of a character, or itself. */
  private static String otherWidth(char c) {
    String wide = "ABCXYZ0189アイウエオカガハバパンヤユヨ";
    String[] others = {
      "Ａ", "Ｂ", "Ｃ", "Ｘ", "Ｙ", "Ｚ", "０", "１", "８", "９", "ｱ", "ｲ", "ｳ", "ｴ", "ｵ", "ｶ", "ｶﾞ", "ﾊ",
      "ﾊﾞ", "ﾊﾟ", "ﾝ", "ﾔ", "ﾕ", "ﾖ"
    };
    int at = wide.indexOf(Character.toUpperCase(c));
    return at < 0 ? String.valueOf(c) : others[at];
  }
}

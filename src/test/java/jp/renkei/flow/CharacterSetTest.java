package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CharacterSetTest {

  /** Each with whether it is in JIS X 0208, JIS X 0213 and Windows-31J. */
  @ParameterizedTest
  @CsvSource({
    "A, yes, yes, yes",
    "ｱ, yes, yes, yes",
    "高, yes, yes, yes",
    "〓, yes, yes, yes",
    "Ａ, yes, yes, yes",
    "髙, no, no, yes",
    "﨑, no, yes, yes",
    "①, no, yes, yes",
    "鷗, no, yes, no",
    "ヷ, no, yes, no",
    "𠮟, no, yes, no",
    "𠮷, no, no, no",
    "\uE000, no, no, no",
    "\uDB40\uDD00, no, no, no",
    "é, no, yes, no",
    "·, no, yes, no"
  })
  void has(String character, String jis0208, String jis0213, String windows) {
    int c = character.codePointAt(0);

    assertThat(CharacterSet.JIS_X_0208.has(c)).isEqualTo(jis0208.equals("yes"));
    assertThat(CharacterSet.JIS_X_0213.has(c)).isEqualTo(jis0213.equals("yes"));
    assertThat(CharacterSet.WINDOWS_31J.has(c)).isEqualTo(windows.equals("yes"));
    assertThat(CharacterSet.UNICODE.has(c)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNICODE")
  void hasASignUnderOneOfItsCodesAtLeast(CharacterSet set) {
    for (String same : new String[] {"〜～", "−－", "‖∥", "—―", "¢￠", "£￡", "¬￢"}) {
      for (int i = 0; i < 2; i++) {
        int c = same.charAt(i);
        int other = same.charAt(1 - i);
        assertThat(set.has(c) || set.sameSign(c).equals(OptionalInt.of(other)))
            .as("%s in %s", Character.toString(c), set)
            .isTrue();
      }
    }
  }

  @Test
  void whatItHasStaysAsItIs() {
    assertThat(CharacterSet.WINDOWS_31J.sameSign('～')).isEmpty();
    assertThat(CharacterSet.WINDOWS_31J.sameSign('高')).isEmpty();
    assertThat(CharacterSet.WINDOWS_31J.sameSign('〜')).hasValue('～');
    assertThat(CharacterSet.JIS_X_0208.sameSign('～')).hasValue('〜');
  }
}

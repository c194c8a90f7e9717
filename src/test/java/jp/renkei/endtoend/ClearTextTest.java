package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearTextTest {

  private final ClearText personal = new ClearText();

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-31j"})
  void findsAValueInEachEncodingAtAnyPlace(String encoding) {
    personal.add("山田 太郎");
    byte[] content = "xyz山田 太郎".getBytes(Charset.forName(encoding));

    assertThat(personal.in("a file", content))
        .containsExactly("山田 太郎 (" + encoding + ") in a file");
    assertThat(personal.in("a file", "xyz山田 花子".getBytes(Charset.forName(encoding)))).isEmpty();
  }

  @Test
  void takesValuesFromFormsWhereverTheyStandAndNoOthers() throws Exception {
    personal.addFrom(
        new ObjectMapper()
            .readTree(
                """
                {"payload": {"residentNumber": "0012345678", "result": "ANSWERED",
                  "addressee": {"address": ["東区本町二丁目", "連携ハイツ"]}}}"""));

    assertThat(personal.in("x", utf8("12345678 ANSWERED 東区本町二丁目 連携ハイツ")))
        .containsExactly("12345678 (UTF-8) in x", "東区本町二丁目 (UTF-8) in x", "連携ハイツ (UTF-8) in x");
  }

  @Test
  void findsTheRestOfANameWithARareCharacterInJavasOwnEncoding() {
    personal.add("髙﨑 𠮷子");

    assertThat(personal.in("x", utf8("髙﨑 ?子"))).containsExactly("髙﨑 (UTF-8) in x");
  }

  @Test
  void doesNotLookForWhatIsTooShort() {
    personal.add("12345");

    assertThat(personal.in("x", utf8("12345"))).isEmpty();
    assertThat(personal.in("x", "12345".getBytes(StandardCharsets.UTF_16LE))).hasSize(1);

    personal.add("YES");
    assertThat(personal.in("x", "YES".getBytes(StandardCharsets.UTF_16LE))).isEmpty();
  }

  @Test
  void aShortNumberWithinAHashCameAboutByChance() {
    personal.add("471100");

    assertThat(personal.in("x", utf8("a9".repeat(14) + "471100"))).isEmpty();
    assertThat(personal.in("x", utf8("\"" + "a9".repeat(12) + "\", \"471100\""))).hasSize(1);

    assertThat(personal.in("x", utf8("0".repeat(26) + "471100"))).hasSize(1);

    personal.add("12345678");
    assertThat(personal.in("x", utf8("a9".repeat(14) + "12345678"))).hasSize(1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndividualNumbersInTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789018",
        "1234-5678-9018",
        "1234 5678 9018",
        "1234　5678　9018",
        "１２３４５６７８９０１８",
        "番号1234−5678−9018です",
        "A123456789018B",
        "1234ー5678ｰ9018",
        "1234—5678–9018",
        "1234 \u00a05678\u200b9018",
        "1234\u00ad5678\u20609018",
        "1234\n5678\t9018",
        "1-2-3-4-5-6-7-8-9-0-1-8",
        "①②③④⑤⑥⑦⑧⑨⓪①⑧",
        "⑫③④⑤⑥⑦⑧⑨⓪⑱",
        "\uD835\uDFCF\uD835\uDFD0\uD835\uDFD1\uD835\uDFD2\uD835\uDFD3\uD835\uDFD4\uD835\uDFD5"
            + "\uD835\uDFD6\uD835\uDFD7\uD835\uDFCE\uD835\uDFCF\uD835\uDFD6",
        "12 123456789018",
        "123456789018 12",
        "06-6208 1234 5678 9018 2026",
        "3番4号 123456789018",
        "202606150930"
      })
  void isFound(String text) {
    assertThat(IndividualNumbersInText.isIn(text)).isTrue();
    assertThat(IndividualNumbersInText.masked(text)).contains("************");
    assertThat(IndividualNumbersInText.isIn(IndividualNumbersInText.masked(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123456789019",
        "1234-5678-9019",
        "12345678901",
        "1234567890180",
        "0123456789018",
        "1234/5678/9018",
        "1234,5678,9018",
        "1234番5678号9018",
        "123456 78901 80",
        "2026-11-24T17:00:12.345+09:00",
        "大阪市北区中之島一丁目3番20号",
        "R7K2M-AAAAA-BBBBB-CCCCC"
      })
  void othersAreNot(String text) {
    assertThat(IndividualNumbersInText.isIn(text)).isFalse();
    assertThat(IndividualNumbersInText.masked(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "for 123456789018 no, for ************ no",
    "1234 5678 9018, ************",
    "123456789018 and 234567890121., ************ and ************.",
    "番号１２３４－５６７８－９０１８です, 番号************です",
    "123456789018 123456789019, ************ 123456789019",
    "123456789018-234567890121, ************-************",
  })
  void onlyTheNumberIsMasked(String text, String masked) {
    assertThat(IndividualNumbersInText.masked(text)).isEqualTo(masked);
  }

  @Test
  void overlappingNumbersLeaveNothing() {
    // of these groups the first three and the last three are a number each
    List<String> texts = new ArrayList<>();
    for (long body = 0; texts.isEmpty() && body < 1_000_000; body++) {
      String digits = "1234" + "5678" + "9018" + "%04d".formatted(body % 10_000);
      if (IndividualNumber.of(digits.substring(4)).isPresent()) {
        texts.add(digits.replaceAll("(.{4})(?=.)", "$1-"));
      }
    }

    assertThat(texts)
        .allSatisfy(
            text -> assertThat(IndividualNumbersInText.masked(text)).doesNotContainPattern("[0-9]"))
        .isNotEmpty();
  }

  @Property
  void everyNumberIsFoundWhateverIsBetweenItsDigits(
      @ForAll @LongRange(max = 99_999_999_999L) long body,
      @ForAll("between") List<String> between,
      @ForAll("around") String before,
      @ForAll("around") String behind) {
    String number = number(body);
    StringBuilder text = new StringBuilder(before);
    for (int i = 0; i < number.length(); i++) {
      text.append(i == 0 ? "" : between.get(i - 1)).append(number.charAt(i));
    }
    text.append(behind);

    assertThat(IndividualNumbersInText.isIn(text.toString())).isTrue();
    assertThat(IndividualNumbersInText.masked(text.toString()))
        .isEqualTo(before + "************" + behind);
  }

  @Provide
  Arbitrary<List<String>> between() {
    return Arbitraries.of("", "-", " ", "　", "‐", "−", "ー", "\u200b", " - ").list().ofSize(11);
  }

  @Provide
  Arbitrary<String> around() {
    return Arbitraries.of("", "番号", "A", "(", ":12号", "x/", "氏名 ", "。");
  }

  private static String number(long body) {
    String eleven = "%011d".formatted(body);
    for (int digit = 0; digit <= 9; digit++) {
      if (IndividualNumber.of(eleven + digit).isPresent()) {
        return eleven + digit;
      }
    }
    throw new AssertionError(eleven);
  }
}

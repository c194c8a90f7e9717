package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwelveDigitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"123456789012", "1234-5678-9012", "１２３４５６７８９０１２", "番号1234−5678−9012です"})
  void areFound(String text) {
    assertThat(TwelveDigits.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345678901", "1234567890123", "1234 5678 9012", "二丁目3-4-1101号"})
  void othersAreNot(String text) {
    assertThat(TwelveDigits.in(text)).isFalse();
  }
}

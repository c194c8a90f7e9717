package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-",
        "U-202611220001",
        "20261122001",
        "2026112200010",
        "abcdefghijklmnopqrstuvwxyz012345"
      })
  void isOne(String text) {
    assertThat(ReceiptNumber.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "U 1",
        "U_1",
        "Ｕ１",
        "受付1",
        "U-1\n",
        "abcdefghijklmnopqrstuvwxyz0123456",
        "202611220001",
        "2026-1122-0001",
        "-202611220001-"
      })
  void isNone(String text) {
    assertThat(ReceiptNumber.isOne(text)).isFalse();
  }
}

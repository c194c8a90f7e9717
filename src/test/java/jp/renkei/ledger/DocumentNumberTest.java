package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

  private static final DocumentNumber NUMBER = new DocumentNumber("SIN", 123);

  /** S is 28, I is 18, N is 23: 2818230000012300 is a multiple of 97, reckoned apart. */
  @Test
  void hasTwoCheckDigits() {
    assertThat(NUMBER.text()).isEqualTo("SIN-00000123-98");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIN-00000123-98",
        "SIN0000012398",
        "sin-00000123-98",
        " SIN 00000123 98 ",
        "ＳＩＮ－０００００１２３－９８",
        "SIN−00000123−98"
      })
  void isReadAsPeopleKeyIt(String keyed) {
    assertThat(DocumentNumber.read(keyed)).contains(NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SIN-00000123-97",
        "SIN-00000132-98",
        "SIM-00000123-98",
        "SIN-00000123",
        "00000123-98",
        "SIN-0000123-98",
        "SIN-00000123-98-R1"
      })
  void isRefusedWhereItIsAnother(String keyed) {
    assertThat(DocumentNumber.read(keyed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIN-00000123-98",
        "SIN-00000123",
        "sin00000123",
        " ＳＩＮ－０００００１２３ ",
        "SIN−00000123"
      })
  void isFoundWithOrWithoutItsCheckDigits(String sought) {
    assertThat(DocumentNumber.sought(sought)).contains(NUMBER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIN-00000123-97",
        "SIN0000012397",
        "SIN-0000123",
        "SIN-000000123",
        "00000123",
        "",
        "-"
      })
  void isNotFoundWhereItIsAnother(String sought) {
    assertThat(DocumentNumber.sought(sought)).isEmpty();
  }

  @Property(tries = 500)
  void isFoundWithoutItsCheckDigitsWhereItsEndCannotBeTakenForThem(
      @ForAll @LongRange(min = 1, max = 99_999_999L) long serial) {
    DocumentNumber number = new DocumentNumber("SIN", serial);
    String text = number.text();

    assertThat(DocumentNumber.sought(text.substring(0, text.length() - 3))).contains(number);
    assertThat(DocumentNumber.sought(text)).contains(number);
  }

  @Property(tries = 500)
  void aLongSerialNumberIsFoundWhole(
      @ForAll @LongRange(min = 100_000_000L, max = 999_999_999_999_999L) long serial) {
    DocumentNumber number = new DocumentNumber("SIN", serial);

    assertThat(DocumentNumber.sought(number.text())).contains(number);
    assertThat(DocumentNumber.sought(number.text().replace("-", ""))).contains(number);
  }

  @Property(tries = 500)
  void aWrongDigitIsAlwaysFound(
      @ForAll @LongRange(min = 1, max = 9_999_999_999L) long serial,
      @ForAll @IntRange(max = 11) int at,
      @ForAll @IntRange(min = 1, max = 9) int off) {
    String text = new DocumentNumber("SIN", serial).text().replace("-", "");
    int place = 3 + at % (text.length() - 3);
    char wrong = (char) ('0' + (text.charAt(place) - '0' + off) % 10);

    assertThat(DocumentNumber.read(text)).isPresent();
    assertThat(DocumentNumber.read(text.substring(0, place) + wrong + text.substring(place + 1)))
        .isEmpty();
  }

  @Property(tries = 500)
  void twoDigitsThatChangedPlacesAreAlwaysFound(
      @ForAll @LongRange(min = 1, max = 99_999_999L) long serial,
      @ForAll @IntRange(max = 9) int one,
      @ForAll @IntRange(max = 9) int other) {
    StringBuilder text =
        new StringBuilder(new DocumentNumber("SIN", serial).text().replace("-", ""));
    char first = text.charAt(3 + one);
    char second = text.charAt(3 + other);
    text.setCharAt(3 + one, second);
    text.setCharAt(3 + other, first);

    assertThat(DocumentNumber.read(text.toString()).isPresent()).isEqualTo(first == second);
  }
}

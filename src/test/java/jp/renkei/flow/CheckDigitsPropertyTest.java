package jp.renkei.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Check digits against sums that are written out, and what they find. */
class CheckDigitsPropertyTest {

  @Property(tries = 1_000)
  void aMunicipalityHasOneCheckDigit(@ForAll @IntRange(max = 99_999) int number) {
    String five = "%05d".formatted(number);
    int sum =
        6 * digit(five, 0)
            + 5 * digit(five, 1)
            + 4 * digit(five, 2)
            + 3 * digit(five, 3)
            + 2 * digit(five, 4);
    int rest = 11 - sum % 11;

    assertThat(right(five, CheckDigits::isMunicipality)).containsExactly(rest % 10);
  }

  @Property(tries = 1_000)
  void anInsurerHasOneCheckDigit(@ForAll @IntRange(max = 9_999_999) int number) {
    String seven = "%07d".formatted(number);
    int sum = 0;
    for (int i = 0; i < 7; i++) {
      // from the right: times 2, 1, 2 and so on
      int product = digit(seven, 6 - i) * (i % 2 == 0 ? 2 : 1);
      sum += String.valueOf(product).chars().map(c -> c - '0').sum();
    }

    assertThat(right(seven, CheckDigits::isInsurer)).containsExactly((10 - sum % 10) % 10);
    if (seven.startsWith("00")) {
      assertThat(right(seven.substring(2), CheckDigits::isNationalHealthInsurance))
          .containsExactly((10 - sum % 10) % 10);
    }
  }

  @Property(tries = 300)
  void oneWrongDigitOfAnInsurerIsFound(
      @ForAll @IntRange(max = 9_999_999) int number,
      @ForAll @IntRange(max = 7) int place,
      @ForAll @IntRange(min = 1, max = 9) int added) {
    String seven = "%07d".formatted(number);
    String right = seven + right(seven, CheckDigits::isInsurer).get(0);
    StringBuilder wrong = new StringBuilder(right);
    wrong.setCharAt(place, (char) ('0' + (digit(right, place) + added) % 10));

    assertThat(CheckDigits.isInsurer(wrong.toString())).isFalse();
  }

  @Property(tries = 300)
  void theSixOfANationalHealthInsuranceAreThoseOfEightWithZeros(
      @ForAll @IntRange(max = 999_999) int number) {
    String six = "%06d".formatted(number);
    assertThat(CheckDigits.isNationalHealthInsurance(six))
        .isEqualTo(CheckDigits.isInsurer("00" + six));
  }

  private static List<Integer> right(String number, Predicate<String> check) {
    return IntStream.rangeClosed(0, 9).boxed().filter(digit -> check.test(number + digit)).toList();
  }

  private static int digit(String text, int at) {
    return text.charAt(at) - '0';
  }
}

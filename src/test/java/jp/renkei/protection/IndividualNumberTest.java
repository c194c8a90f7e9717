package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndividualNumberTest {

  private static final String DIGITS = "123456789018";

  private final IndividualNumber number = IndividualNumber.of(DIGITS).orElseThrow();

  @ParameterizedTest
  @ValueSource(strings = {DIGITS, "234567890121", "100000000005", "765895492872", "202606150930"})
  void theTestVectorsPass(String digits) {
    assertThat(IndividualNumber.of(digits))
        .hasValueSatisfying(
            read -> assertThat(read.digitsForMessageOrKeyedHash()).isEqualTo(digits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123456789019",
        "12345678901",
        "1234567890180",
        "12345678901a",
        "１２３４５６７８９０１８",
        " 123456789018",
        "123456789018\n",
        "1234-5678-9018"
      })
  void othersAreNoNumbers(String text) {
    assertThat(IndividualNumber.of(text)).isEmpty();
  }

  /**
   * The rule as the ministerial order words it, from the right: Qn = n + 1, from the seventh n - 5.
   */
  @Property
  void ofTenCheckDigitsOneIsRight(@ForAll @LongRange(max = 99_999_999_999L) long body) {
    String eleven = "%011d".formatted(body);
    int sum = 0;
    for (int n = 1; n <= 11; n++) {
      sum += (eleven.charAt(11 - n) - '0') * (n <= 6 ? n + 1 : n - 5);
    }
    int right = sum % 11 <= 1 ? 0 : 11 - sum % 11;

    for (int digit = 0; digit <= 9; digit++) {
      assertThat(IndividualNumber.of(eleven + digit).isPresent()).isEqualTo(digit == right);
    }
  }

  @Test
  void itPrintsAsStarsHoweverItIsPrinted() {
    assertThat(
            String.join(
                "|",
                number.toString(),
                "%s".formatted(number),
                "%20s".formatted(number),
                String.format(Locale.JAPAN, "%S", number),
                "" + number,
                String.valueOf(number.hashCode()),
                "%h".formatted(number)))
        .startsWith("************|************|")
        .doesNotContainPattern("[0-9]{3,}");
  }

  @Test
  void itIsEqualByItsDigitsAndHashesAsAllDo() {
    IndividualNumber other = IndividualNumber.of("234567890121").orElseThrow();

    assertThat(number).isEqualTo(IndividualNumber.of(DIGITS).orElseThrow()).isNotEqualTo(other);
    assertThat(number.hashCode()).isEqualTo(other.hashCode());
  }

  @Test
  void noMapperMakesJsonOfIt() throws Exception {
    ObjectMapper lenient =
        new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.ANY)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    assertThat(lenient.writeValueAsString(number)).isEqualTo("{}");
  }

  @Test
  void javaDoesNotSerialiseIt() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatThrownBy(() -> out.writeObject(number))
          .isInstanceOf(NotSerializableException.class);
    }
  }
}

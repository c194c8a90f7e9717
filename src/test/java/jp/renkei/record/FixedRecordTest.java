package jp.renkei.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of fixed fields. */
class FixedRecordTest {

  private static final FixedRecord FORM =
      new FixedRecord(
          List.of(
              new FixedField("a", 5, FixedField.Pad.ZERO_LEFT, false),
              new FixedField("b", 4, FixedField.Pad.SPACE_RIGHT, true),
              new FixedField("c", 2, FixedField.Pad.NONE, true)));

  @Test
  void aLineIsFilledAndEnded() {
    assertThat(FORM.write(List.of("12", "x", "01")))
        .isEqualTo("00012,x   ,01\r\n".getBytes(US_ASCII));
    assertThat(FORM.write(List.of("1", "", ""))).isEqualTo("00001,    ,  \r\n".getBytes(US_ASCII));
    assertThat(FORM.length()).isEqualTo(15);
  }

  @Property
  void whatIsWrittenIsReadBack(
      @ForAll @NumericChars @StringLength(min = 5, max = 5) String a,
      @ForAll @AlphaChars @StringLength(max = 4) String b,
      @ForAll @NumericChars @StringLength(min = 2, max = 2) String c)
      throws RecordRefused {
    byte[] line = FORM.write(List.of(a, b, c));

    assertThat(line).hasSize(FORM.length());
    assertThat(FORM.read(java.util.Arrays.copyOf(line, line.length - 2))).containsExactly(a, b, c);
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456", "1,2", "1 2", "", "１"})
  void whatDoesNotFitIsRefusedWithoutItsValue(String wrong) {
    assertThatThrownBy(() -> FORM.write(List.of(wrong, "", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the field a ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00012,x   ,0", "00012,x   ,011", "00012;x   ,01", "00012,x    01"})
  void aLineOfAnotherFormIsRefused(String line) {
    assertThatThrownBy(() -> FORM.read(line.getBytes(US_ASCII))).isInstanceOf(RecordRefused.class);
  }
}

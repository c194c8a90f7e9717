package jp.renkei.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comma-separated values. */
class CommaSeparatedTest {

  @Test
  void everyValueIsGiven() throws Exception {
    assertThat(read("")).containsExactly("");
    assertThat(read(",")).containsExactly("", "");
    assertThat(read("a,正常終了,")).containsExactly("a", "正常終了", "");
    assertThat(read("\"a,\"\"b\",c")).containsExactly("a,\"b", "c");
    assertThat(read("\"\",x,\"\"")).containsExactly("", "x", "");
  }

  @Property
  void whatIsQuotedIsReadBack(
      @ForAll @Size(min = 1, max = 5)
          List<@CharRange(from = ' ', to = '~') @Chars({'正', '髙', ',', '"'}) String> values)
      throws Exception {
    String line =
        values.stream()
            .map(value -> '"' + value.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(","));

    assertThat(read(line)).isEqualTo(values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "\"a", "\"a\"b", "\"a\",\"", "x,\"a\" ,y"})
  void aQuotationMarkOutOfPlaceIsRefused(String line) {
    assertThatThrownBy(() -> read(line)).isInstanceOf(RecordRefused.class);
  }

  @Test
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> CommaSeparated.read(new byte[] {'a', ',', (byte) 0x81}))
        .isInstanceOf(RecordRefused.class)
        .hasMessage("the record is not Windows-31J");
  }

  private static List<String> read(String line) throws RecordRefused {
    return CommaSeparated.read(line.getBytes(CommaSeparated.CHARSET));
  }
}

package jp.renkei.inquiry.bulk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

  private static final BulkLimits LIMITS = new BulkLimits(10, 200_000, 5);

  @ParameterizedTest
  @ValueSource(strings = {"ab\n\ncd", "ab\r\n\r\ncd\r\n", "\u00ef\u00bb\u00bfab\n\ncd\n"})
  void linesEndWithLfOrCrlfAndTheLastWithOrWithout(String text) throws IOException {
    assertThat(lines(text)).containsExactly("ab", "", "cd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345\nab", "12345\r\nab", "\u00ef\u00bb\u00bf12345\r\nab"})
  void aLineMayHaveSoManyBytesWithoutItsEnd(String text) throws IOException {
    assertThat(lines(text)).containsExactly("12345", "ab");
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 8, 9, 10, 65_535, 65_536, 65_537, 150_000})
  void oneThatIsLongerIsToldAndTheNextIsWhole(int length) throws IOException {
    assertThat(lines("x".repeat(length) + "\nab\n")).containsExactly("too long", "ab");
  }

  @Test
  void nothingHasNoLine() throws IOException {
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n")).containsExactly("");
  }

  @Test
  void allTogetherMayHaveSoManyBytes() {
    assertThatThrownBy(() -> lines("x".repeat(200_001)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("RK-1401");
  }

  private static List<String> lines(String text) throws IOException {
    LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(ISO_8859_1)), LIMITS);
    List<String> lines = new ArrayList<>();
    for (byte[] line = reader.next(); line != null; line = reader.next()) {
      lines.add(reader.wasTooLong() ? "too long" : new String(line, ISO_8859_1));
    }
    return lines;
  }
}

package jp.renkei.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of a file. */
class CrlfLinesTest {

  @Test
  void everyLineIsGivenWithoutItsEnd() throws Exception {
    assertThat(lines("a\r\n\r\nbc\r\n")).containsExactly("a", "", "bc");
    assertThat(lines("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a\r\nb",
        "a\r\nb\r",
        "a\n",
        "a\rb\r\n",
        "123456\r\n",
        "1\r\n2\r\n3\r\n4\r\n"
      })
  void aFileThatIsNotOfThisFormIsRefused(String text) {
    assertThatThrownBy(() -> lines(text)).isInstanceOf(FileRefused.class);
  }

  private static List<String> lines(String text) throws Exception {
    CrlfLines lines = new CrlfLines(new ByteArrayInputStream(text.getBytes(US_ASCII)), 5, 3);
    List<String> all = new ArrayList<>();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      all.add(new String(line, US_ASCII));
    }
    assertThat(lines.read()).isEqualTo(all.size());
    return all;
  }
}

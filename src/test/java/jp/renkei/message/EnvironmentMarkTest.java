package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentMarkTest {

  @ParameterizedTest
  @ValueSource(strings = {"production", "staging", "demo", "test"})
  void takesWhatTheMessagesKnow(String mark) throws IOException {
    assertThat(EnvironmentMark.of(mark)).isEqualTo(mark);
    assertThat(schema()).contains("<xs:enumeration value=\"" + mark + "\"/>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "", "Production"})
  void refusesWhatNoMessageCouldCarry(String mark) {
    assertThatThrownBy(() -> EnvironmentMark.of(mark))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("\"" + mark + "\"");
  }

  @Test
  void theSchemaKnowsNoOthers() throws IOException {
    String type = schema().split("<xs:simpleType name=\"environment\">")[1].split("</xs:simple")[0];
    assertThat(Pattern.compile("<xs:enumeration").matcher(type).results()).hasSize(4);
  }

  private static String schema() throws IOException {
    try (InputStream xsd =
        EnvironmentMarkTest.class.getResourceAsStream("/schemas/employment-insurance.xsd")) {
      return new String(xsd.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

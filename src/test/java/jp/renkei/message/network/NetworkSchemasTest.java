package jp.renkei.message.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each of the network's schemas stands alone, and what they have in common is one text. */
class NetworkSchemasTest {

  private static final List<String> KINDS =
      List.of("local-tax", "coverage", "resident-record", "medical-benefits", "long-term-care");
  private static final List<String> COMMON =
      List.of(
          "layout",
          "number",
          "receiptNumber",
          "environment",
          "flow",
          "accepted",
          "result",
          "residentNumber",
          "provider",
          "reason",
          "flag",
          "date",
          "month",
          "amount",
          "year");
  private static final Pattern SIMPLE =
      Pattern.compile("  <xs:simpleType name=\"(\\w+)\">.*?\\n  </xs:simpleType>", Pattern.DOTALL);

  @Test
  void whatTheyHaveInCommonIsTheSame() throws IOException {
    Map<String, String> first = new HashMap<>();
    for (String kind : KINDS) {
      Matcher types = SIMPLE.matcher(Files.readString(Path.of("schemas", kind + ".xsd")));
      while (types.find()) {
        if (COMMON.contains(types.group(1))) {
          String text = first.computeIfAbsent(types.group(1), none -> types.group());
          assertThat(types.group()).as(types.group(1) + " of " + kind).isEqualTo(text);
        }
      }
    }
    assertThat(first).containsOnlyKeys(COMMON);
  }

  @Test
  void eachSaysThatItIsTheProjectsOwn() throws IOException {
    for (String kind : KINDS) {
      for (String end : List.of(".xsd", ".request.schema.json", ".reply.schema.json")) {
        assertThat(Files.readString(Path.of("schemas", kind + end)))
            .contains("Project-defined, not an official format")
            .contains("公式の様式ではない");
      }
    }
  }
}

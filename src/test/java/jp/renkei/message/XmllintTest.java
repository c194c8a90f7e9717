package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.renkei.flow.Flow;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A reader of XML that nobody here wrote accepts every golden message against the published
 * schemas. Where {@code xmllint} is missing this is skipped, but never where {@code
 * RENKEI_NEED_XMLLINT} is set, as it is in CI.
 */
class XmllintTest {

  private static final String REMEDY = "xmllint is missing: apt-get install libxml2-utils";

  @TempDir Path folder;

  static Stream<Flow> flows() throws IOException {
    List<Flow> flows = new ArrayList<>();
    for (Flow flow : ShippedCatalogue.flows()) {
      if (!GoldenCases.of(flow.id()).isEmpty() && !messages(flow.id()).isEmpty()) {
        flows.add(flow);
      }
    }
    return flows.stream();
  }

  @BeforeAll
  static void isThere() throws Exception {
    try {
      run(List.of("xmllint", "--version"));
    } catch (IOException e) {
      if (System.getenv("RENKEI_NEED_XMLLINT") != null) {
        fail(REMEDY, e);
      }
      abort(REMEDY);
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void acceptsEveryMessage(Flow flow) throws Exception {
    List<String> command = lint(flow.kind());
    messages(flow.id()).forEach(message -> command.add(message.toString()));

    Ended lint = run(command);

    assertThat(lint.status()).as(lint.output()).isZero();
  }

  @Test
  void wouldNotAcceptAnother() throws Exception {
    Path first = messages("assessment.mhlw-employment").get(0);
    Path other = folder.resolve("other.xml");
    Files.writeString(other, Files.readString(first).replaceAll("residentNumber", "resident"));
    List<String> command = lint("employment-insurance");
    command.add(other.toString());

    assertThat(run(command).status()).isNotZero();
  }

  private static List<String> lint(String kind) {
    return new ArrayList<>(
        List.of("xmllint", "--nonet", "--noout", "--schema", "schemas/" + kind + ".xsd"));
  }

  private static List<Path> messages(String flow) throws IOException {
    try (Stream<Path> files = Files.list(GoldenCases.folder(flow))) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    }
  }

  private record Ended(int status, String output) {}

  private static Ended run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}

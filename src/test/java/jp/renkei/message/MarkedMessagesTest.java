package jp.renkei.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.renkei.flow.Flow;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The environment mark in whatever leaves the hub, on every flow that is shipped. */
class MarkedMessagesTest {

  private static final List<String> MARKS = List.of("production", "staging", "demo", "test");
  private static final Pattern MARK =
      Pattern.compile("<(?:\\w+:)?environment>(.*?)<|\"environment\":\"(.*?)\"");
  private static final LetterHead HEAD =
      new LetterHead(
          "SIN-00000123-98",
          LocalDate.of(2026, 11, 22),
          LocalDate.of(2027, 1, 12),
          1,
          List.of("○○市"));

  static List<Arguments> flowsAndMarks() {
    return eachMark(ShippedCatalogue.flows());
  }

  static List<Arguments> lettersAndMarks() {
    return eachMark(
        ShippedCatalogue.flows().stream()
            .filter(flow -> kind(flow) instanceof DocumentKind)
            .toList());
  }

  private static List<Arguments> eachMark(List<Flow> flows) {
    return flows.stream()
        .flatMap(flow -> MARKS.stream().map(mark -> Arguments.of(flow, mark)))
        .toList();
  }

  /** The schemas of what agencies get and send; callers speak with their own hub only. */
  static List<Path> schemas() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("schemas"))) {
      return all.filter(file -> file.toString().matches(".*(\\.xsd|\\.agency-.*\\.json)")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("flowsAndMarks")
  void everyMessageHasItOnce(Flow flow, String mark) {
    assertThat(MARK.matcher(new String(message(flow, mark), UTF_8)).results())
        .hasSize(1)
        .allSatisfy(
            found ->
                assertThat(found.group(1) == null ? found.group(2) : found.group(1))
                    .isEqualTo(mark));
  }

  @ParameterizedTest
  @MethodSource("lettersAndMarks")
  void soHasEveryLetterUntilItIsReal(Flow flow, String mark) {
    Letter letter = ((DocumentKind) kind(flow)).letter(message(flow, mark), HEAD);

    assertThat(letter.environment()).isEqualTo(mark);
    String page = new String(letter.html(), UTF_8);
    if (mark.equals("production")) {
      assertThat(page).doesNotContain("見本");
    } else {
      assertThat(page).contains(">見本 " + mark + "<");
    }
  }

  /** Once in its inquiry and once in its reply, where there is one; always with all marks. */
  @ParameterizedTest
  @MethodSource("schemas")
  void everySchemaOfAnAgencysMessagesRequiresIt(Path schema) throws IOException {
    String text = Files.readString(schema);

    if (schema.toString().endsWith(".xsd")) {
      long messages =
          Pattern.compile("<xs:element name=\"number\" type=\"number\"")
              .matcher(text)
              .results()
              .count();
      assertThat(messages).isPositive();
      assertThat(text.split("<xs:element name=\"environment\" type=\"environment\"/>", -1))
          .hasSize((int) messages + 1);
      assertThat(text)
          .contains(MARKS.stream().map("<xs:enumeration value=\"%s\"/>"::formatted).toList());
    } else {
      assertThat(text).containsPattern("\"required\": \\[[^]]*\"environment\"");
      assertThat(text)
          .containsPattern(
              "\"environment\": \\{[^}]*\"enum\": \\[\"" + String.join("\", \"", MARKS) + "\"]");
    }
  }

  private static byte[] message(Flow flow, String mark) {
    MessageKind kind = kind(flow);
    Question question = kind.question(flow.example());
    return kind.message(
        new MessageHeader(
            "R7K2M-00001", flow.id(), mark, Instant.parse("2026-11-22T01:58:23.417Z")),
        question.whom().isPresent() ? question.askedOf("271403") : question);
  }

  private static MessageKind kind(Flow flow) {
    return ShippedCatalogue.kinds().byId(flow.kind()).orElseThrow();
  }
}

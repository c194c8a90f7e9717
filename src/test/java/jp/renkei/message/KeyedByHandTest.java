package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.flow.Flow;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.operations.ShippedCatalogue;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an agency told yields the same answer when people key it in: every golden case of every flow
 * whose agency answers electronically, by the forms that operators are shown.
 */
class KeyedByHandTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Set<String> SETTLING = Set.of("ANSWERED", "PARTIAL", "NO_DATA");
  private static final MessageKinds KINDS = ShippedCatalogue.kinds();
  private static final List<Flow> FLOWS = ShippedCatalogue.flows();

  static Stream<Flow> flows() {
    return FLOWS.stream()
        .filter(flow -> !(kind(flow.id()) instanceof DocumentKind))
        .filter(flow -> !(kind(flow.id()) instanceof OwnerKind))
        .filter(flow -> !GoldenCases.of(flow.id()).isEmpty());
  }

  static Stream<MessageKind> kinds() {
    return KINDS.all().stream();
  }

  static Stream<GoldenCase> settling() throws Exception {
    return cases().filter(golden -> SETTLING.contains(result(golden)));
  }

  static Stream<GoldenCase> others() throws Exception {
    return cases().filter(golden -> !SETTLING.contains(result(golden)));
  }

  @ParameterizedTest
  @MethodSource("settling")
  void yieldsWhatTheAgencysReplyYields(GoldenCase golden) throws Exception {
    MessageKind kind = kind(golden.flow());
    ObjectNode keyed = KeyedReply.of(golden, kind);
    Question question = question(golden);

    Reply reply = keyed(golden, keyed);

    assertThat(reply.number()).isEqualTo(GoldenCases.NUMBER);
    assertThat(reply.environment()).isEqualTo("test");
    assertThat(kind.match(question, reply)).isEqualTo(Match.SAME);
    assertThat(kind.answer(question, reply).toPrettyString())
        .isEqualTo(golden.reply().toPrettyString());
  }

  /** Nobody has said anything then: there is nothing to key in, and the matter stays open. */
  @ParameterizedTest
  @MethodSource("others")
  void whatSettlesNothingIsNotKeyedIn(GoldenCase golden) throws Exception {
    ObjectNode keyed = KeyedReply.of(golden, kind(golden.flow()));

    assertThat(refusal(golden, keyed)).extracting(Fault::pointer).containsExactly("/reply/result");
  }

  @ParameterizedTest
  @MethodSource("flows")
  void anotherPersonsIsNotTheSame(Flow flow) throws Exception {
    GoldenCase golden = settling(flow);
    ObjectNode keyed = KeyedReply.of(golden, kind(flow.id()));
    keyed.put("residentNumber", "987654321");

    assertThat(kind(flow.id()).match(question(golden), keyed(golden, keyed)))
        .isEqualTo(Match.OTHER_PERSON);
  }

  /** Who it is about and what was asked must be keyed in, so that a mix-up is found. */
  @ParameterizedTest
  @MethodSource("flows")
  void tellsWhoseItIs(Flow flow) throws Exception {
    GoldenCase golden = settling(flow);
    for (JsonNode name : kind(flow.id()).keyedSchema().get("required")) {
      ObjectNode keyed = KeyedReply.of(golden, kind(flow.id()));
      keyed.remove(name.textValue());

      assertThat(refusal(golden, keyed))
          .extracting(Fault::pointer)
          .containsExactly("/reply/" + name.textValue());
    }
    assertThat(kind(flow.id()).keyedSchema().get("required"))
        .extracting(JsonNode::textValue)
        .contains("residentNumber", "result");
  }

  @ParameterizedTest
  @MethodSource("flows")
  void whatNoFormHasIsRefused(Flow flow) throws Exception {
    GoldenCase golden = settling(flow);
    ObjectNode keyed = KeyedReply.of(golden, kind(flow.id()));
    keyed.put("number", "R7K2M-00002").put("remark", "by telephone");

    assertThat(refusal(golden, keyed)).isNotEmpty();
    assertThat(refusal(golden, null)).isNotEmpty();
  }

  /** Beyond the schema, as with an agency's message: data where it says that there is none. */
  @ParameterizedTest
  @MethodSource("flows")
  void aContradictionIsRefused(Flow flow) throws Exception {
    GoldenCase golden =
        cases()
            .filter(each -> each.flow().equals(flow.id()))
            .filter(each -> result(each).equals("ANSWERED"))
            .filter(KeyedByHandTest::tells)
            .findFirst()
            .orElseThrow();
    ObjectNode keyed = KeyedReply.of(golden, kind(flow.id()));
    keyed.put("result", "NO_DATA");

    assertThat(refusal(golden, keyed)).extracting(Fault::pointer).containsExactly("/reply");
  }

  /** What is keyed in is what the agency tells over the wire: the two forms have the same items. */
  @ParameterizedTest
  @MethodSource("flows")
  void theFormHasWhatTheAgencysMessageHas(Flow flow) throws Exception {
    String id = flow.kind();
    Path json = Path.of("schemas", id + ".agency-reply.schema.json");
    JsonNode keyed = kind(flow.id()).keyedSchema();
    if (Files.exists(json)) {
      ObjectNode told = (ObjectNode) new PayloadSchema("/schemas/" + json.getFileName()).document();
      ObjectNode items = (ObjectNode) told.get("properties");
      items.remove(List.of("layout", "number", "receiptNumber", "environment"));
      items.set("result", keyed.at("/properties/result"));
      assertThat(keyed.get("properties")).isEqualTo(items);
      return;
    }
    String reply = Files.readString(Path.of("schemas", id + ".xsd"));
    reply = reply.substring(reply.indexOf("Reply\">"));
    Set<String> outermost = elements(reply.substring(0, reply.indexOf("</xs:complexType>")));
    outermost.removeAll(Set.of("number", "receiptNumber", "environment", "providerStopped"));
    assertThat(keyed.get("properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(outermost);
    assertThat(elements(reply)).containsAll(names(keyed, new TreeSet<>()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void saysThatItIsTheProjectsOwn(MessageKind kind) {
    assertThat(kind.keyedSchema().get("description").textValue())
        .contains("Project-defined, not an official format")
        .contains("公式の様式ではない");
  }

  @Test
  void everyKindThatAnAgencyAnswersHasItsCases() {
    assertThat(flows().map(Flow::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(
            KINDS.all().stream()
                .filter(kind -> !(kind instanceof DocumentKind || kind instanceof OwnerKind))
                .map(MessageKind::id)
                .toList());
  }

  private static Set<String> elements(String xsd) {
    return Pattern.compile("<xs:element name=\"(\\w+)\"")
        .matcher(xsd)
        .results()
        .map(element -> element.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode schema, Set<String> names) {
    schema
        .path("properties")
        .forEachEntry(
            (name, form) -> {
              names.add(name);
              names(form, names);
              names(form.path("items"), names);
            });
    return names;
  }

  private static Stream<GoldenCase> cases() {
    return flows().flatMap(flow -> GoldenCases.of(flow.id()).stream());
  }

  private static GoldenCase settling(Flow flow) throws Exception {
    return settling().filter(golden -> golden.flow().equals(flow.id())).findFirst().orElseThrow();
  }

  private static String result(GoldenCase golden) {
    try {
      return KeyedReply.of(golden, kind(golden.flow())).get("result").textValue();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static boolean tells(GoldenCase golden) {
    try {
      ObjectNode keyed = KeyedReply.of(golden, kind(golden.flow()));
      kind(golden.flow())
          .keyedSchema()
          .get("required")
          .forEach(name -> keyed.remove(name.asText()));
      return !keyed.without("nonDisclosable").isEmpty();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Reply keyed(GoldenCase golden, JsonNode reply) {
    return kind(golden.flow())
        .keyed(GoldenCases.header(golden.flow()), question(golden), reply, TODAY);
  }

  private static List<Fault> refusal(GoldenCase golden, JsonNode reply) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> keyed(golden, reply));
    assertThat(refused.problem()).isEqualTo(Problem.INVALID_REPLY);
    return refused.faults();
  }

  private static Question question(GoldenCase golden) {
    Question question = kind(golden.flow()).question(golden.payload());
    return question.whom().map(whom -> question.askedOf("271403")).orElse(question);
  }

  private static MessageKind kind(String flow) {
    return FLOWS.stream()
        .filter(its -> its.id().equals(flow))
        .map(its -> KINDS.byId(its.kind()).orElseThrow())
        .findFirst()
        .orElseThrow();
  }
}

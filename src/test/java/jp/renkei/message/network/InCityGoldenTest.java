package jp.renkei.message.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.flow.Flow;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every case of every golden folder of the flows inside the city through its kind. */
class InCityGoldenTest {

  private static final MessageKinds KINDS = ShippedCatalogue.kinds();
  private static final List<Flow> FLOWS =
      ShippedCatalogue.flows().stream().filter(InCityGoldenTest::inCity).toList();

  static List<GoldenCase> cases() {
    return FLOWS.stream().flatMap(flow -> GoldenCases.of(flow.id()).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void carriesQuestionAndAnswer(GoldenCase golden) throws Exception {
    MessageKind kind = kind(flow(golden));
    Question question = kind.question(golden.payload());
    assertThat(question.whom()).isEmpty();
    assertThat(kind.message(GoldenCases.header(golden.flow()), question))
        .asString()
        .isEqualTo(golden.requestMessage());

    Reply reply = kind.reply(golden.replyMessage());
    assertThat(reply.number()).isEqualTo(GoldenCases.NUMBER);
    assertThat(kind.match(question, reply)).isEqualTo(Match.SAME);
    ObjectNode answer = kind.answer(question, reply);
    assertThat(answer.toPrettyString()).isEqualTo(golden.reply().toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isValidByThePublishedSchemas(GoldenCase golden) throws Exception {
    String id = "/schemas/" + kind(flow(golden)).id();
    JsonNode asked = new ObjectMapper().readTree(golden.requestMessage());
    assertThat(new PayloadSchema(id + ".agency-inquiry.schema.json").faults(asked)).isEmpty();
    assertThat(new PayloadSchema(id + ".reply.schema.json").faults(golden.reply())).isEmpty();
  }

  /** What a flow's list leaves out, no case may need: the caller would not see it. */
  @ParameterizedTest
  @MethodSource("cases")
  void asksAndTellsWhatItsFlowPermits(GoldenCase golden) {
    Set<String> items = new TreeSet<>();
    golden.payload().fieldNames().forEachRemaining(items::add);
    golden.reply().fieldNames().forEachRemaining(items::add);
    assertThat(flow(golden).permission("nhi").orElseThrow().items()).containsAll(items);
    assertThat(golden.notes()).isNotBlank();
  }

  @Test
  void everyFlowHasItsHardCases() {
    assertThat(FLOWS).hasSize(3);
    assertThat(FLOWS)
        .allSatisfy(flow -> assertThat(GoldenCases.of(flow.id())).hasSizeGreaterThanOrEqualTo(10));
  }

  private static Flow flow(GoldenCase golden) {
    return FLOWS.stream().filter(flow -> flow.id().equals(golden.flow())).findFirst().orElseThrow();
  }

  private static boolean inCity(Flow flow) {
    return kind(flow) instanceof NetworkKind && kind(flow).mediaType().equals("application/json");
  }

  private static MessageKind kind(Flow flow) {
    return KINDS.byId(flow.kind()).orElseThrow();
  }
}

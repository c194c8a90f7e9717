package jp.renkei.message.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import jp.renkei.flow.Flow;
import jp.renkei.flow.ProviderCodes;
import jp.renkei.flow.ProviderTables;
import jp.renkei.flow.Whose;
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

/**
 * Runs every case of every golden folder of the flows over the network through its kind, both ways.
 */
class NetworkGoldenTest {

  private static final MessageKinds KINDS = ShippedCatalogue.kinds();
  private static final ProviderTables PROVIDERS = ShippedCatalogue.catalogue().providers();
  private static final List<Flow> FLOWS =
      ShippedCatalogue.flows().stream().filter(NetworkGoldenTest::overNetwork).toList();

  static List<GoldenCase> cases() {
    return FLOWS.stream().flatMap(flow -> GoldenCases.of(flow.id()).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void carriesQuestionAndAnswer(GoldenCase golden) throws Exception {
    MessageKind kind = kind(golden);
    Question question = asked(golden);
    assertThat(new String(message(golden), StandardCharsets.UTF_8))
        .isEqualTo(new String(golden.requestXml(), StandardCharsets.UTF_8));

    Reply reply = kind.reply(golden.replyXml());
    assertThat(reply.number()).isEqualTo(GoldenCases.NUMBER);
    assertThat(kind.match(question, reply)).isEqualTo(Match.SAME);
    ObjectNode answer = kind.answer(question, reply);
    assertThat(answer.toPrettyString()).isEqualTo(golden.reply().toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isValidByThePublishedSchemas(GoldenCase golden) throws Exception {
    String id = kind(golden).id();
    JsonNode answer = golden.reply();
    assertThat(new PayloadSchema("/schemas/" + id + ".reply.schema.json").faults(answer)).isEmpty();
    URL xsd = NetworkKind.class.getResource("/schemas/" + id + ".xsd");
    Schema schema = SchemaFactory.newDefaultInstance().newSchema(xsd);
    schema.newValidator().validate(source(golden.requestXml()));
    schema.newValidator().validate(source(golden.replyXml()));
  }

  /** What a flow's list leaves out, no case may need: the caller would not see it. */
  @ParameterizedTest
  @MethodSource("cases")
  void asksWithWhatItsFlowPermits(GoldenCase golden) {
    Set<String> asked = new TreeSet<>();
    golden.payload().fieldNames().forEachRemaining(asked::add);
    assertThat(flow(golden).permission("nhi").orElseThrow().items()).containsAll(asked);
    assertThat(golden.notes()).isNotBlank();
  }

  @Test
  void everyFlowHasCases() {
    assertThat(FLOWS).isNotEmpty();
    assertThat(FLOWS).allSatisfy(flow -> assertThat(GoldenCases.of(flow.id())).isNotEmpty());
  }

  static byte[] message(GoldenCase golden) {
    return kind(golden).message(GoldenCases.header(golden.flow()), asked(golden));
  }

  /** The question, asked of whom its code names; of Sakai where the addresses would tell. */
  static Question asked(GoldenCase golden) {
    Question question = kind(golden).question(golden.payload());
    String named = question.whom().orElseThrow().provider();
    return question.askedOf(named == null ? "271403" : member(flow(golden), named));
  }

  private static String member(Flow flow, String code) {
    return flow.agency().providerCodes() == ProviderCodes.INSURER
        ? ((Whose.Member) PROVIDERS.insurer(code, LocalDate.of(2026, 11, 22))).code()
        : code;
  }

  static MessageKind kind(GoldenCase golden) {
    return kind(flow(golden));
  }

  private static Flow flow(GoldenCase golden) {
    return FLOWS.stream().filter(flow -> flow.id().equals(golden.flow())).findFirst().orElseThrow();
  }

  private static boolean overNetwork(Flow flow) {
    return kind(flow) instanceof NetworkKind && kind(flow).mediaType().equals("application/xml");
  }

  private static MessageKind kind(Flow flow) {
    return KINDS.byId(flow.kind()).orElseThrow();
  }

  private static StreamSource source(byte[] document) {
    return new StreamSource(new ByteArrayInputStream(document));
  }
}

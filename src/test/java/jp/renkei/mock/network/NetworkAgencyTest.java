package jp.renkei.mock.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.flow.Flow;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.network.NetworkKind;
import jp.renkei.mock.Answer;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Behaviour.NotUnderstood;
import jp.renkei.operations.ShippedCatalogue;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The mock agencies of the network and of the city answer every shipped flow of theirs, and the hub
 * reads it.
 */
class NetworkAgencyTest {

  private static final MessageKinds KINDS = ShippedCatalogue.kinds();

  static Stream<Flow> flows() {
    return ShippedCatalogue.flows().stream()
        .filter(flow -> kind(flow) instanceof NetworkKind)
        .flatMap(flow -> flow.agencies().stream().map(flow::asking));
  }

  @ParameterizedTest
  @MethodSource("flows")
  void answersTheExample(Flow flow) throws Exception {
    Question question = question(flow, flow.example());
    NetworkAgency agency = agency(flow);
    Asked asked = agency.read(message(flow, question));

    Reply reply =
        kind(flow).reply(agency.write(asked, agency.residentsSay(asked), agency.layout()));

    assertThat(reply.replyClass()).isEqualTo(ReplyClass.ANSWERED);
    assertThat(kind(flow).match(question, reply)).isEqualTo(Match.SAME);
    assertThat(agency.messageType(asked)).isEqualTo(flow.kind() + "/1.0");
  }

  /** Also of residents that nobody has named: the hub understands whatever their dice say. */
  @ParameterizedTest
  @MethodSource("flows")
  void everyNumberHasAnAnswerThatTheHubReads(Flow flow) throws Exception {
    NetworkAgency agency = agency(flow);
    Map<ReplyClass, Integer> counts = new EnumMap<>(ReplyClass.class);
    for (int number = 0; number < 300; number++) {
      Asked asked = agency.read(message(flow, about(flow, 20_000_000 + number)));
      Answer answer = agency.residentsSay(asked);
      assertThat(agency.residentsSay(asked)).isEqualTo(answer);
      kind(flow).reply(agency.write(asked, answer, "1.0"));
      counts.merge(answer.outcome(), 1, Integer::sum);
    }
    assertThat(counts).containsKeys(ReplyClass.ANSWERED, ReplyClass.NO_DATA);
  }

  @ParameterizedTest
  @MethodSource("flows")
  void namedResidentsHaveAnAnswerThatTheHubReads(Flow flow) throws Exception {
    NetworkAgency agency = agency(flow);
    for (NetworkResidents.Resident named : agency.residents().get(flow.kind()).named()) {
      Asked asked = agency.read(message(flow, about(flow, Long.parseLong(named.subject()))));
      Answer answer = agency.residentsSay(asked);
      assertThat(answer.outcome()).isEqualTo(named.outcome());
      kind(flow).reply(agency.write(asked, answer, "1.0"));
    }
  }

  @ParameterizedTest
  @MethodSource("flows")
  void tellsAnotherPersonOrPeriodWhereItIsToldTo(Flow flow) throws Exception {
    Question question = question(flow, flow.example());
    NetworkAgency agency = agency(flow);
    Asked asked = agency.read(message(flow, question));
    Asked other =
        new Asked(
            asked.number(),
            null,
            asked.environment(),
            asked.subject(),
            asked.from().minusYears(1),
            asked.to().minusYears(1),
            asked.question());
    byte[] odd = agency.without(other, ReplyClass.NO_DATA);
    assertThat(kind(flow).match(question, kind(flow).reply(odd))).isEqualTo(Match.OTHER_PERIOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"municipality", "city-tax-system"})
  void refusesWhatIsNoInquiryOfItsKinds(String id) {
    NetworkAgency agency = agency(id);
    for (String odd :
        List.of(
            "no xml",
            "<other xmlns=\"urn:renkei:local-tax\"/>",
            "<localTaxInquiry xmlns=\"urn:renkei:else\"/>",
            "{\"layout\": \"1.0\"}",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>")) {
      assertThatThrownBy(() -> agency.read(odd.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(NotUnderstood.class);
    }
  }

  @Test
  void aScriptHasTheFieldsOfOneKind() throws IOException {
    NetworkAgency agency = agency("municipality");
    ObjectMapper json = new ObjectMapper();
    agency.check("/0/reply", json.readTree("{\"declaration\": \"2\", \"nonDisclosable\": true}"));
    assertThatThrownBy(() -> agency.check("/0/reply", json.readTree("{\"leavings\": []}")))
        .isInstanceOf(ProblemException.class);
  }

  private static Question about(Flow flow, long number) {
    return question(flow, flow.example().deepCopy().put("residentNumber", Long.toString(number)));
  }

  private static Question question(Flow flow, ObjectNode payload) {
    Question question = kind(flow).question(payload);
    return question.whom().isPresent() ? question.askedOf("271403") : question;
  }

  private static byte[] message(Flow flow, Question question) {
    return kind(flow).message(GoldenCases.header(flow.id()), question);
  }

  private static MessageKind kind(Flow flow) {
    return KINDS.byId(flow.kind()).orElseThrow();
  }

  private static NetworkAgency agency(Flow flow) {
    return agency(flow.agency().id());
  }

  private static NetworkAgency agency(String id) {
    String file = "/mock-endpoints/" + id + "/residents.yaml";
    try (InputStream yaml = NetworkAgencyTest.class.getResourceAsStream(file)) {
      JsonNode folder = new YAMLMapper().readTree(yaml);
      return id.startsWith("city-")
          ? NetworkAgency.ofCity(folder)
          : NetworkAgency.ofNetwork(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

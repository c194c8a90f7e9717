package jp.renkei.message.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.renkei.flow.CharacterSet;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.characters.FittedPayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every case of the golden folder through the kind, both ways. */
class RegistryGoldenTest {

  private static final String FLOW = "eligibility.registry-identity";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RegistryIdentity kind = new RegistryIdentity();

  static List<GoldenCase> cases() {
    return GoldenCases.of(FLOW);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void carriesQuestionAndAnswer(GoldenCase golden) throws Exception {
    RegistryQuestion question = kind.question(golden.payload());
    FittedPayload fitted = FittedPayload.of(golden.payload(), CharacterSet.JIS_X_0213);
    assertThat(JSON.<JsonNode>valueToTree(fitted.substitutions())).isEqualTo(lost(golden));
    assertThat(kind.message(GoldenCases.header(FLOW), kind.question(fitted.payload())))
        .asString()
        .isEqualTo(golden.requestMessage());

    RegistryReply reply = kind.reply(golden.replyMessage());
    assertThat(reply.number()).isEqualTo(GoldenCases.NUMBER);
    assertThat(kind.match(question, reply)).isEqualTo(Match.SAME);
    ObjectNode answer = kind.answer(question, reply);
    assertThat(answer.toPrettyString()).isEqualTo(golden.reply().toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isValidByThePublishedSchema(GoldenCase golden) {
    assertThat(
            new PayloadSchema("/schemas/registry-identity.reply.schema.json")
                .faults(golden.reply()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatItShows(GoldenCase golden) {
    assertThat(golden.notes()).isNotBlank();
    assertThat(golden.request().path("flow").asText()).isEqualTo(FLOW);
  }

  /** What a case says is lost to the network's characters; nothing where it says nothing. */
  private static JsonNode lost(GoldenCase golden) {
    return golden.has("substitutions.json")
        ? golden.json("substitutions.json")
        : JSON.createArrayNode();
  }

  @Test
  void coversTheHardCases() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(20);
  }
}

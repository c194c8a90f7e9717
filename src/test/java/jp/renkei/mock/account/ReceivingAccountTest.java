package jp.renkei.mock.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.ReplyRefused;
import jp.renkei.mock.Answer;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Behaviour.NotUnderstood;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivingAccountTest {

  private static final String INQUIRY =
      """
      {"layout": "1.0", "number": "R-1", "environment": "test", "flow": "collection.receiving-account",
       "accepted": "2026-11-22T10:58:23+09:00", "residentNumber": "12345678", "wish": true,
       "nonDisclosable": false}""";

  private final ObjectMapper json = new ObjectMapper();
  private final ReceivingAccount agency = new ReceivingAccount(distribution());

  @Test
  void readsAQuestion() throws NotUnderstood {
    Asked asked = agency.read(INQUIRY.getBytes(StandardCharsets.UTF_8));
    assertThat(asked.number()).isEqualTo("R-1");
    assertThat(asked.subject()).isEqualTo("12345678");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"wish\": false", "\"wish\": true, \"x\": 1", "\"wish\": \"true\""})
  void readsNoOther(String wish) {
    byte[] other = INQUIRY.replace("\"wish\": true", wish).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> agency.read(other)).isInstanceOf(NotUnderstood.class);
  }

  /** What the seeded residents say is what the hub understands, for some with and some without. */
  @Test
  void everybodysAnswerIsAMessage() {
    assertThat(
            IntStream.range(1, 400)
                .mapToObj(
                    number -> {
                      Asked asked = new Asked("R-1", "test", String.valueOf(number), null, null);
                      Answer answer = agency.residentsSay(asked);
                      assertThat(agency.residentsSay(asked)).isEqualTo(answer);
                      return understood(agency.write(asked, answer, "1.0"));
                    }))
        .contains("ANSWERED YES", "ANSWERED NO", "NO_DATA UNDETERMINED");
  }

  @Test
  void checksAScript() throws IOException {
    ObjectNode reply = (ObjectNode) json.readTree("{\"registered\": false}");
    agency.check("/0/reply", reply);
    reply.put("bank", "1");
    assertThatThrownBy(() -> agency.check("/0/reply", reply))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/0/reply");
  }

  private static String understood(byte[] message) {
    try {
      var reply = new jp.renkei.message.account.ReceivingAccount().reply(message);
      ReplyClass told = reply.replyClass();
      return told + " " + reply.registered();
    } catch (ReplyRefused e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode distribution() {
    try (InputStream in =
        ReceivingAccountTest.class.getResourceAsStream(
            "/mock-endpoints/digital-agency/residents.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

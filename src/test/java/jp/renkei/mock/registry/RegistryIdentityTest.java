package jp.renkei.mock.registry;

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
import java.util.HashSet;
import java.util.Set;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.registry.RegistryReply;
import jp.renkei.mock.Answer;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Behaviour.NotUnderstood;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryIdentityTest {

  private static final String BY_NUMBER = "\"individualNumber\": \"%s\"";
  private static final String BY_ITEMS =
      """
      "name": "山田 花子", "address": "%s", "birthDate": "1982-11-03", "sex": "2\"""";

  private final ObjectMapper json = new ObjectMapper();
  private final RegistryIdentity network = new RegistryIdentity(distribution());

  @ParameterizedTest
  @ValueSource(strings = {"\"individualNumber\": \"1\"", "\"name\": \"山田\"", "\"x\": 1"})
  void readsNoOther(String by) {
    assertThatThrownBy(() -> asked("1", by)).isInstanceOf(NotUnderstood.class);
  }

  @ParameterizedTest
  @CsvSource({
    "12345678, 123456789018, ANSWERED YES",
    "12345678, 987654321018, NO_DATA UNDETERMINED",
    "12345679, 987654321018, ANSWERED YES"
  })
  void findsANamedOneByItsOwnNumberOnly(String subject, String number, String told)
      throws Exception {
    assertThat(told(understood(asked(subject, BY_NUMBER.formatted(number))))).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"△△市北山5番6号, ANSWERED YES", "○○市東区本町二丁目3番4号, ANSWERED NO"})
  void comparesTheFourItemsOfANamedOneAndTellsItsNumber(String address, String told)
      throws Exception {
    RegistryReply reply = understood(asked("12345679", BY_ITEMS.formatted(address)));

    assertThat(told(reply)).isEqualTo(told);
    assertThat(reply.latest().orElseThrow().address()).isEqualTo("△△市北山5番6号");
    assertThat(reply.individualNumber()).isPresent();
  }

  /** What the seeded residents say is what the hub understands, some the same, some moved. */
  @Test
  void everybodysAnswerIsAMessage() throws Exception {
    Set<String> byItems = new HashSet<>();
    Set<String> byNumber = new HashSet<>();
    for (int number = 1; number < 400; number++) {
      String subject = String.valueOf(number);
      byItems.add(told(understood(asked(subject, BY_ITEMS.formatted("港町1")))));
      byNumber.add(told(understood(asked(subject, BY_NUMBER.formatted("123456789018")))));
    }

    assertThat(byItems).contains("ANSWERED YES", "ANSWERED NO", "NO_DATA UNDETERMINED");
    assertThat(byNumber).contains("ANSWERED YES", "NO_DATA UNDETERMINED");
  }

  @Test
  void checksAScript() throws IOException {
    ObjectNode reply = (ObjectNode) json.readTree("{\"match\": \"MISMATCH\"}");
    network.check("/0/reply", reply);
    reply.put("person", "1");
    assertThatThrownBy(() -> network.check("/0/reply", reply))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/0/reply");
  }

  private Asked asked(String subject, String by) throws NotUnderstood {
    String inquiry =
        """
        {"layout": "1.0", "number": "R-1", "environment": "test",
         "flow": "eligibility.registry-identity", "accepted": "2026-11-22T10:58:23+09:00",
         "residentNumber": "%s", %s, "nonDisclosable": false}""";
    return network.read(inquiry.formatted(subject, by).getBytes(StandardCharsets.UTF_8));
  }

  private RegistryReply understood(Asked asked) throws ReplyRefused {
    Answer answer = network.residentsSay(asked);
    return new jp.renkei.message.registry.RegistryIdentity()
        .reply(network.write(asked, answer, "1.0"));
  }

  private static String told(RegistryReply reply) {
    return reply.replyClass() + " " + reply.matches();
  }

  private static JsonNode distribution() {
    try (InputStream in =
        RegistryIdentityTest.class.getResourceAsStream(
            "/mock-endpoints/registry-network/residents.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

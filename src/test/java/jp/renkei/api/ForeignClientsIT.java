package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.hub.NodeClient;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * AMQP 1.0 with rhea and STOMP with stompit, both from npm: what they get, and what they do not.
 */
@HubTest
class ForeignClientsIT {

  private static final String NHI = "caller-nhi";

  @Autowired private HubClient hub;

  @Autowired
  @Qualifier("broker")
  private Object broker;

  @Value("${renkei.data}")
  private Path data;

  @Value("${renkei.broker.port}")
  private int port;

  private NodeClient node;

  @BeforeEach
  void find() {
    node = new NodeClient(data, port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqp.js", "stomp.js"})
  void anInquiryIsAcceptedAndItsOutcomeTold(String script) {
    List<JsonNode> told = node.run(script, body(), "ask", NHI, "");

    JsonNode accepted = ofType(told, "acceptance/1.0");
    JsonNode outcome = ofType(told, "employment-insurance/1.0");
    assertThat(accepted.at("/correlation").textValue())
        .startsWith(script.startsWith("amqp") ? "rhea-" : "stompit-");
    assertThat(outcome.at("/told/outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(outcome.at("/correlation")).isEqualTo(accepted.at("/told/number"));
    assertThat(outcome.at("/told")).isEqualTo(asked(accepted.at("/told/id").textValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqp.js", "stomp.js"})
  void whatIsWrongIsTold(String script) {
    List<JsonNode> told = node.run(script, "{\"flow\": 5}", "ask", NHI, "");

    assertThat(ofType(told, "problem/1.0").at("/told/code").textValue()).isEqualTo("RK-1204");
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqp.js", "stomp.js"})
  void aQueueIsReadByItsOwnCallerOnly(String script) {
    assertThat(node.run(script, "", "read", NHI, "hub.replies.nhi"))
        .anySatisfy(line -> assertThat(line.has("opened") || line.has("read")).isTrue());
    for (String closed :
        List.of(
            "hub.replies.tax",
            "hub.cases.tax",
            "hub.replies.nhi::hub.replies.tax",
            "hub.inquiries",
            "hub.dead-letters",
            "agency.mhlw.inquiry",
            "activemq.management",
            "activemq.notifications",
            "made.up",
            "#")) {
      assertRefused(node.run(script, "", "read", NHI, closed), closed);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hub.replies.nhi",
        "hub.replies.tax",
        "agency.mhlw.reply",
        "hub.dead-letters",
        "activemq.management",
        "made.up",
        "hub.inquiries::hub.replies.tax"
      })
  void nothingIsWrittenByStompWhereNothingMayBe(String queue) {
    assertRefused(node.run("stomp.js", "", "send", NHI, queue), queue);
  }

  @Test
  void nobodyComesByStompWithoutALogin() {
    assertRefused(node.run("stomp.js", "", "read", null, "hub.replies.nhi"), "no login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymousLogin",
        "noLogin",
        "mirror",
        "federation",
        "federationEvents",
        "federationQueue",
        "federationAddress",
        "dynamicQueue",
        "newAddress",
        "newQueue",
        "management",
        "anothersQueueByItsFullName",
        "anothersQueueAsATopic",
        "newSubscription",
        "anotherAddressInTheMessage",
        "anothersNameWrittenByTheClient",
        "anothersDuplicateId"
      })
  void noAttackByAmqpSucceeds(String attack) {
    assertRefused(node.run("amqp.js", "", "attack", NHI, attack), attack);
  }

  @Test
  void whatIsNoMessageNeitherStopsTheDoorNorComesForEver() {
    assertThat(node.run("amqp.js", "", "garbage", NHI, "")).hasSize(9);

    assertThat(ofType(node.run("amqp.js", body(), "ask", NHI, ""), "acceptance/1.0")).isNotNull();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(queue("hub.inquiries").getMessageCount()).isZero());
  }

  private Queue queue(String name) {
    EmbeddedActiveMQ server =
        (EmbeddedActiveMQ)
            ReflectionTestUtils.getField(
                ReflectionTestUtils.getField(broker, "embedded"), "server");
    return server.getActiveMQServer().locateQueue(name);
  }

  private static void assertRefused(List<JsonNode> told, String what) {
    assertThat(told)
        .as(what)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.has("refused")).isTrue());
  }

  private static JsonNode ofType(List<JsonNode> told, String type) {
    return told.stream()
        .filter(line -> line.path("type").asText().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + told));
  }

  private String body() {
    return hub.inquiry("0012345678").toString();
  }

  private JsonNode asked(String id) {
    return hub.read(hub.get("caller", "/api/v1/inquiries/" + id + "?wait=20s"));
  }
}

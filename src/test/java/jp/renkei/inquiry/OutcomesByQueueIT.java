package jp.renkei.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.hub.AgreedKey;
import jp.renkei.hub.BrokerClient;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.ledger.Acceptance;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.QueueCallers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A caller that takes its outcomes by queue, whichever way it asks and however they end. */
@HubTest
@Import(OutcomesByQueueIT.ByQueueAndPoisoned.class)
class OutcomesByQueueIT {

  private static final String REPLIES = "hub.replies.nhi";
  private static final String REGISTRY = "eligibility.registry-identity";
  private static final Duration SOON = Duration.ofSeconds(30);

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;
  @Autowired private MessageCipher messages;

  @Value("${renkei.data}")
  private Path data;

  @Value("${renkei.broker.port}")
  private int port;

  private BrokerClient nhi;

  @BeforeEach
  void connect() throws Exception {
    nhi = new BrokerClient(data, port, "caller-nhi");
  }

  @AfterEach
  void disconnect() throws Exception {
    nhi.close();
    hub.mock("faults", "{\"down\": false}");
  }

  @Test
  void whatIsAskedOverHttpIsToldByQueue() throws Exception {
    JsonNode asked = posted(hub.inquiry("0012345678"));

    JsonNode told = BrokerClient.json(next(asked));

    assertThat(told.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(told).isEqualTo(now(asked));
  }

  @Test
  void whatIsCancelledAndWhatExpiresIsToldTheSame() throws Exception {
    hub.mock("faults", "{\"down\": true}");
    JsonNode cancelled = posted(hub.inquiry("0012345678"));
    JsonNode expired = posted(hub.inquiry("0012345678").put("deadline", "PT2S"));
    act("caller", cancelled, "cancel");

    assertThat(BrokerClient.json(next(cancelled)).get("outcome").textValue())
        .isEqualTo("CANCELLED");
    assertThat(BrokerClient.json(next(expired))).isEqualTo(now(expired));
    assertThat(now(expired).get("outcome").textValue()).isEqualTo("EXPIRED");
  }

  @Test
  void whatIsAnsweredByHandIsToldAgain() throws Exception {
    hub.mock("replies", "[{\"subject\": \"66600001\", \"outcome\": \"WITHHELD\"}]");
    JsonNode asked = posted(hub.inquiry("66600001"));
    assertThat(BrokerClient.json(next(asked)).get("outcome").textValue()).isEqualTo("WITHHELD");
    String answer =
        """
        {"documentNumber": "note 7", "reply": {"residentNumber": "66600001", "result": "NO_DATA",
         "period": {"from": "2025-04-01", "to": "2026-11-22"}}}""";

    send("operator", asked, "answer", answer);
    send("operator2", asked, "answer/confirm", answer);

    JsonNode told = BrokerClient.json(next(asked));
    assertThat(told.get("outcome").textValue()).isEqualTo("MANUAL");
    assertThat(told.at("/reply/result").textValue()).isEqualTo("NO_DATA");
    assertThat(told).isEqualTo(now(asked));
    hub.mock("replies", "[]");
  }

  @Test
  void anAnswerThatMayHoldAnIndividualNumberIsFetchedAndDoesNotTravel() throws Exception {
    ObjectNode body = json.createObjectNode().put("flow", REGISTRY);
    body.set("payload", hub.read(hub.get("caller", "/api/v1/flows/" + REGISTRY)).get("example"));
    JsonNode asked = posted(body);

    JsonNode told = BrokerClient.json(next(asked));

    assertThat(told.get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(told.has("reply")).isFalse();
    assertThat(now(asked).has("reply")).isTrue();
  }

  /** A support measure (支援措置) goes with the answer whichever way it is told. */
  @Test
  void whoIsProtectedIsToldSo() throws Exception {
    ObjectNode body = json.createObjectNode().put("flow", "eligibility.city-resident");
    body.putObject("payload")
        .put("residentNumber", "0012345683")
        .put("baseDate", "2026-06-14")
        .put("nonDisclosable", false);
    JsonNode asked = posted(body);

    JsonNode told = BrokerClient.json(next(asked));

    assertThat(told.at("/reply/protection/value").textValue()).isEqualTo("YES");
    assertThat(told.at("/reply/nonDisclosable").booleanValue()).isTrue();
    assertThat(told).isEqualTo(now(asked));
  }

  @Test
  void whereAKeyIsAgreedEverythingIsEncrypted() throws Exception {
    AgreedKey agreed = new AgreedKey(data);
    agreed.agree();
    awaitKey(true);
    String key = HubClient.newKey();
    BytesMessage inquiry =
        nhi.message(agreed.encrypted(hub.inquiry("0012345678").put("key", key).toString()));
    inquiry.setStringProperty("renkeiKey", AgreedKey.ID);
    inquiry.setJMSCorrelationID(key);
    nhi.send("hub.inquiries", inquiry);

    Message accepted = nhi.next(REPLIES, key);
    assertThat(accepted.getStringProperty("renkeiKey")).isEqualTo(AgreedKey.ID);
    JsonNode acceptance = agreed.decrypted(accepted);
    assertThat(agreed.decrypted(next(acceptance))).isEqualTo(now(acceptance));
    agreed.revoke();
    awaitKey(false);
  }

  @Test
  void thatACaseIsCompletedIsToldOnce() throws Exception {
    String id = "case-" + HubClient.newKey();
    posted(hub.inquiry("0012345678").put("case", id));
    JsonNode last = posted(hub.inquiry("0012345679").put("case", id));
    next(last);
    hub.send(
        hub.request("caller", "/api/v1/cases/" + id)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"sealed\": true}")));

    Message told = nhi.next("hub.cases.nhi", id);
    assertThat(told.getJMSType()).isEqualTo("case/1.0");
    JsonNode completed = BrokerClient.json(told);
    JsonNode asked = hub.read(hub.get("caller", "/api/v1/cases/" + id));
    for (String field : List.of("case", "state", "completed")) {
      assertThat(completed.get(field)).as(field).isEqualTo(asked.get(field));
    }
    assertThat(completed).hasSize(3);
    assertThat(nhi.next("hub.cases.nhi", id, 500)).isNull();
  }

  @Test
  void whatFailsAgainAndAgainIsPutAsideWithItsReason() throws Exception {
    String key = "poison-" + HubClient.newKey();
    nhi.send("hub.inquiries", nhi.inquiry(hub.inquiry("0012345678"), key, key, "nhi"));

    try (BrokerClient operator = new BrokerClient(data, port, "hub")) {
      Message dead = operator.next("hub.dead-letters", key);
      assertThat(dead.getStringProperty("renkeiReason")).isEqualTo("IllegalStateException");
      assertThat(BrokerClient.json(dead)).isEqualTo(hub.inquiry("0012345678"));
    }
    assertThat(
            jdbc.sql("select who from event where what = 'MESSAGE_DEAD'")
                .query(String.class)
                .list())
        .containsExactly("caller-nhi");
    assertThat(nhi.next(REPLIES, key, 500)).isNull();
  }

  private JsonNode posted(ObjectNode body) {
    return hub.read(hub.post(HubClient.newKey(), null, body.toString()));
  }

  private Message next(JsonNode asked) throws Exception {
    return nhi.next(REPLIES, asked.get("number").textValue());
  }

  private JsonNode now(JsonNode asked) {
    return hub.read(hub.get("caller", "/api/v1/inquiries/" + asked.get("id").textValue()));
  }

  private void act(String user, JsonNode asked, String act) {
    send(user, asked, act, "{\"reason\": \"no need\"}");
  }

  private void send(String user, JsonNode asked, String act, String body) {
    hub.send(
        hub.request(user, "/api/v1/inquiries/" + asked.get("id").textValue() + "/" + act)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private void awaitKey(boolean agreed) {
    Awaitility.await().atMost(SOON).until(() -> messages.hasKey("caller-nhi") == agreed);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class ByQueueAndPoisoned {

    @Bean
    static QueueCallers queueCallers() {
      return new QueueCallers();
    }

    /** An entrance that fails, as nobody foresaw, at whatever has a certain key. */
    @Bean
    static BeanPostProcessor poison() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof Entrance entrance ? poisoned(entrance) : bean;
        }
      };
    }

    private static Entrance poisoned(Entrance entrance) {
      return submission ->
          submission.key().startsWith("poison")
              ? CompletableFuture.<Acceptance>failedFuture(new IllegalStateException())
              : entrance.submit(submission);
    }
  }
}

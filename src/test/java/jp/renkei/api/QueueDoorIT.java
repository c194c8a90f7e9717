package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.renkei.hub.BrokerClient;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionSendMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Inquiries by queue, and what their callers are told there. */
@HubTest
class QueueDoorIT {

  private static final String DOOR = "hub.inquiries";
  private static final String REPLIES = "hub.replies.nhi";

  @Autowired private HubClient hub;
  @Autowired private JdbcClient jdbc;

  @Value("${renkei.data}")
  private Path data;

  @Value("${renkei.broker.port}")
  private int port;

  private BrokerClient nhi;
  private String key;

  @BeforeEach
  void connect() throws JMSException {
    nhi = new BrokerClient(data, port, "caller-nhi");
    key = HubClient.newKey();
  }

  @AfterEach
  void disconnect() throws JMSException {
    nhi.close();
  }

  @Test
  void whatComesByQueueIsAcceptedAndItsOutcomeToldByQueue() throws JMSException {
    nhi.send(DOOR, inquiry(body()));

    Message accepted = nhi.next(REPLIES, key);
    assertThat(accepted.getJMSType()).isEqualTo("acceptance/1.0");
    JsonNode acceptance = BrokerClient.json(accepted);
    assertThat(acceptance.get("state").textValue()).isIn("ACCEPTED", "SENT", "ENDED");
    Message told = nhi.next(REPLIES, acceptance.get("number").textValue());
    assertThat(told.getJMSType()).isEqualTo("employment-insurance/1.0");
    assertThat(told.getStringProperty("_AMQ_DUPL_ID"))
        .startsWith(acceptance.get("number").textValue() + "/ANSWERED/");
    assertThat(BrokerClient.json(told)).isEqualTo(asked(acceptance));
    assertThat(BrokerClient.json(told).get("outcome").textValue()).isEqualTo("ANSWERED");
    nothingIsLeftToDeliver();
  }

  @Test
  void withoutAQueueForItTheOutcomeIsAskedFor() throws JMSException {
    BytesMessage inquiry = inquiry(body());
    inquiry.setJMSReplyTo(null);
    nhi.send(DOOR, inquiry);

    JsonNode acceptance = BrokerClient.json(nhi.next(REPLIES, key));
    assertThat(asked(acceptance).get("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(nhi.next(REPLIES, acceptance.get("number").textValue(), 500)).isNull();
  }

  @Test
  void theSameKeyIsTheSameInquiryAndTheKeyMayStandInTheBody() throws JMSException {
    nhi.send(DOOR, inquiry(body()));
    String id = BrokerClient.json(nhi.next(REPLIES, key)).get("id").textValue();

    BytesMessage again =
        nhi.message(body().put("key", key).toString().getBytes(StandardCharsets.UTF_8));
    again.setJMSCorrelationID("again " + key);
    nhi.send(DOOR, again);

    Message told = nhi.next(REPLIES, "again " + key);
    assertThat(BrokerClient.json(told).get("id").textValue()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"flow": 5}                                          | RK-1204 | /flow
          not JSON                                             | RK-1001 | ''
          {"flow": "assessment.nothing", "payload": {}}        | RK-1201 | /flow
          {"flow": "assessment.mhlw-employment", "payload": {}}| RK-1203 | /payload
          {"flow": "eligibility.registry-identity", "payload": {}} | RK-1233 | /flow
          {"key": "another", "flow": "x", "payload": {}}       | RK-1204 | /key
          """)
  void whatIsWrongIsToldByQueue(String body, String code, String pointer) throws JMSException {
    BytesMessage wrong = nhi.message(body.getBytes(StandardCharsets.UTF_8));
    wrong.setJMSCorrelationID("wrong " + key);
    wrong.setStringProperty("renkeiIdempotencyKey", key);
    nhi.send(DOOR, wrong);

    Message told = nhi.next(REPLIES, "wrong " + key);
    assertThat(told.getJMSType()).isEqualTo("problem/1.0");
    assertThat(BrokerClient.json(told).get("code").textValue()).isEqualTo(code);
    assertThat(BrokerClient.json(told).at("/faults/0/pointer").textValue()).startsWith(pointer);
  }

  @Test
  void theOutcomeGoesToNobodyElse() throws JMSException {
    BytesMessage inquiry = inquiry(body());
    inquiry.setJMSReplyTo(nhi.session().createQueue("hub.replies.tax"));
    nhi.send(DOOR, inquiry);

    JsonNode problem = BrokerClient.json(nhi.next(REPLIES, key));
    assertThat(problem.get("code").textValue()).isEqualTo("RK-1003");
    assertThat(problem.at("/faults/0/pointer").textValue()).isEqualTo("JMSReplyTo");
    assertThat(
            jdbc.sql("select count(*) from delivery where address = 'hub.replies.tax'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whoAsksIsWhomTheBrokerKnowsAndNotWhomTheMessageNames() throws JMSException {
    BytesMessage inquiry = inquiry(body());
    inquiry.setStringProperty("_AMQ_VALIDATED_USER", "caller-tax");
    nhi.send(DOOR, inquiry);

    JsonNode acceptance = BrokerClient.json(nhi.next(REPLIES, key));
    assertThat(
            jdbc.sql("select caller from inquiry where id = ?")
                .param(acceptance.get("id").textValue())
                .query(String.class)
                .single())
        .isEqualTo("nhi");
  }

  @Test
  void aMessageThatIsNoBytesMessageIsToldSo() throws JMSException {
    Message text = nhi.session().createTextMessage(body().toString());
    text.setJMSCorrelationID(key);
    nhi.send(DOOR, text);

    assertThat(BrokerClient.json(nhi.next(REPLIES, key)).get("code").textValue())
        .isEqualTo("RK-1004");
  }

  @Test
  void duplicateIdsAreNotTaken() throws JMSException {
    BytesMessage inquiry = inquiry(body());
    inquiry.setStringProperty("_AMQ_DUPL_ID", "what another caller will use");

    assertThatThrownBy(() -> nhi.send(DOOR, inquiry)).hasMessageContaining("duplicate id");
  }

  @Test
  void theBrokersStampIsNotTakenFromAClient() throws JMSException {
    BytesMessage inquiry = inquiry(body());
    inquiry.setStringProperty("_RENKEI_SENDER", "caller-tax");

    assertThatThrownBy(() -> nhi.send(DOOR, inquiry)).hasMessageContaining("what the broker says");
  }

  /** The broker would give it the session's first address, but only after it was stamped. */
  @Test
  void aMessageWithoutAnAddressIsNotTaken() throws Exception {
    AtomicBoolean forging = new AtomicBoolean();
    long before = inquiriesOfTax();
    try (ServerLocator locator = ActiveMQClient.createServerLocator("tcp://127.0.0.1:" + port)) {
      locator.addOutgoingInterceptor(
          (Interceptor)
              (packet, connection) -> {
                if (forging.get() && packet instanceof SessionSendMessage sending) {
                  sending.getMessage().setAddress((SimpleString) null);
                }
                return true;
              });
      locator.setBlockOnDurableSend(true);
      try (ClientSessionFactory factory = locator.createSessionFactory();
          ClientSession session =
              factory.createSession(
                  "caller-nhi",
                  BrokerClient.password(data, "caller-nhi"),
                  false,
                  true,
                  true,
                  false,
                  1);
          ClientProducer producer = session.createProducer(DOOR)) {
        producer.send(forged(session, "honest", null));
        forging.set(true);

        assertThatThrownBy(() -> producer.send(forged(session, "forged", "caller-tax")))
            .hasMessageContaining("without an address");
      }
    }
    assertThat(inquiriesOfTax()).isEqualTo(before);
  }

  private long inquiriesOfTax() {
    return jdbc.sql("select count(*) from inquiry where caller = 'tax'").query(Long.class).single();
  }

  private ClientMessage forged(ClientSession session, String which, String sender) {
    ClientMessage message = session.createMessage(true);
    message.putStringProperty("renkeiIdempotencyKey", which + "-" + key);
    if (sender != null) {
      message.putBytesProperty("_RENKEI_SENDER", sender.getBytes(StandardCharsets.UTF_8));
    }
    message.writeBodyBufferBytes(body().toString().getBytes(StandardCharsets.UTF_8));
    return message;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "123456789018",
        "case 1234-5678-9018",
        "12345678-9018-abcd-7abc-abcdefabcdef",
        "1234-56789018-abcd-7abc-8bcd-abcdefabcdef",
        "1234--56789018-abcd-7abc-8bcd-abcdefabcdef",
        "1234\u201056789018-abcd-7abc-8bcd-abcdefabcdef",
        "\uff11\uff12\uff13\uff14-56789018-abcd-7abc-8bcd-abcdefabcdef"
      })
  void aCorrelationThatIsNotVisibleOrMayBeAnIndividualNumberIsLeftOut(String correlation)
      throws JMSException {
    BytesMessage inquiry = inquiry(body());
    inquiry.setJMSCorrelationID(correlation);
    nhi.send(DOOR, inquiry);

    Message accepted =
        nhi.receive(REPLIES, "JMSType = 'acceptance/1.0' and JMSCorrelationID is null");
    assertThat(BrokerClient.json(accepted).path("id").asText()).isNotEmpty();
    assertThat(nhi.next(REPLIES, BrokerClient.json(accepted).get("number").textValue()))
        .isNotNull();
  }

  /**
   * One in fifty has twelve digits in a row by chance; a caller would wait for its answer in vain.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3f2b8c1d-1234-4678-9018-a2b3c4d5e6f7",
        "3F2B8C1D-12AB-4678-9018-123456789018",
        "ID:3f2b8c1d-12ab-4678-9018-123456789018",
        "case-3f2b8c1d-12ab-4678-9018-123456789018:1"
      })
  void aUuidIsNoIndividualNumber(String correlation) throws JMSException {
    BytesMessage inquiry = inquiry(body());
    inquiry.setJMSCorrelationID(correlation);
    nhi.send(DOOR, inquiry);

    assertThat(BrokerClient.json(nhi.next(REPLIES, correlation)).path("id").asText()).isNotEmpty();
  }

  @Test
  void noQueueIsWrittenPastItsAddress() throws JMSException {
    BytesMessage forged = nhi.message(new byte[] {1});

    assertThatThrownBy(() -> nhi.send(DOOR + "::hub.replies.tax", forged))
        .isInstanceOf(JMSException.class);
  }

  @Test
  void oneCallerReadsAndWritesNothingOfAnother() throws JMSException {
    try (BrokerClient tax = new BrokerClient(data, port, "caller-tax")) {
      assertThatThrownBy(() -> tax.next(REPLIES, key)).hasMessageContaining("AMQ229213");
      assertThatThrownBy(() -> tax.send(REPLIES, tax.message(new byte[] {1})))
          .hasMessageContaining("AMQ229032");
      assertThatThrownBy(() -> tax.next(DOOR, key)).hasMessageContaining("AMQ229213");
    }
  }

  private BytesMessage inquiry(ObjectNode body) throws JMSException {
    return nhi.inquiry(body, key, key, "nhi");
  }

  private ObjectNode body() {
    return hub.inquiry("0012345678");
  }

  private JsonNode asked(JsonNode acceptance) {
    return hub.read(
        hub.get("caller", "/api/v1/inquiries/" + acceptance.get("id").textValue() + "?wait=20s"));
  }

  private void nothingIsLeftToDeliver() {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(jdbc.sql("select count(*) from delivery").query(Integer.class).single())
                    .isZero());
  }
}

package jp.renkei.routing;

import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.State;
import jp.renkei.protection.MessageCipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The reply queue under attack by its own agency: whatever comes is held and done, nothing of it
 * takes effect, and the next honest reply is delivered.
 */
@HubTest
class HostileRepliesIT {

  private static final AtomicInteger RESIDENT = new AtomicInteger(900_000);

  @Autowired private HubClient hub;
  @Autowired private MessageCipher cipher;
  @Autowired private Environment environment;
  @Autowired private Broker broker;
  @Autowired private LedgerReader reader;
  @Autowired private JdbcClient jdbc;
  private final String resident = String.valueOf(RESIDENT.incrementAndGet());
  private FakeMinistry ministry;
  private String id;
  private String number;
  private Session session;

  /** The mock stays away for all of them: at every return it might take what the ministry wants. */
  private static HubClient silenced;

  @BeforeEach
  void ask() throws Exception {
    silenced = hub;
    ministry = new FakeMinistry(cipher, environment);
    hub.mock("faults", "{\"down\": true}");
    JsonNode asked = hub.read(hub.post(newKey(), null, hub.inquiry(resident).toString()));
    id = asked.get("id").textValue();
    session = ministry.session();
    number = ministry.takeInquiry();
    assertThat(number).isEqualTo(asked.get("number").textValue());
    await().until(() -> reader.inquiry(id).orElseThrow().state() == State.SENT);
  }

  @AfterEach
  void behave() throws JMSException {
    ministry.close();
  }

  @AfterAll
  static void returnTheMock() {
    silenced.send(silenced.request("admin", "/mock/agencies/mhlw/faults").DELETE());
  }

  @ParameterizedTest
  @EnumSource
  void isHeldUnderItsNameAndDoneAndTheHonestReplyIsDelivered(HostileReply hostile)
      throws JMSException {
    Trap.SPRUNG.set(false);
    long before = lastEvent();
    int heldBefore = held(hostile);

    FakeMinistry.send(session, hostile.message(session, number, ministry.answer(number, resident)));

    await().untilAsserted(() -> assertThat(eventsSince(before)).contains(hostile.kind().name()));
    await().until(() -> waiting() == 0);
    assertThat(held(hostile)).isEqualTo(heldBefore + 1);
    assertThat(reader.inquiry(id).orElseThrow().state()).isEqualTo(State.SENT);
    assertThat(Trap.SPRUNG).isFalse();

    answerHonestly();

    assertThat(timeline())
        .containsExactlyElementsOf(
            hostile.knowsItsInquiry()
                ? List.of(EventKind.ACCEPTED, EventKind.SENT, hostile.kind(), EventKind.ENDED)
                : List.of(EventKind.ACCEPTED, EventKind.SENT, EventKind.ENDED));
  }

  /** Under the right key, so that they come as far as the reader. */
  static List<String> documents() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY l0 \"ha\">");
    for (int i = 1; i <= 30; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    return List.of(
        laughs + "]><r>&l30;</r>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>",
        "<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x.dtd\"><r/>",
        "<!DOCTYPE r [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;]><r/>",
        "<a>".repeat(10_000) + "</a>".repeat(10_000),
        "<r a='" + "a".repeat(100_000) + "'/>",
        "<r>&#0;</r>",
        "<r xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd'/>");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aDocumentThatAttacksItsReaderIsHeldUnread(String document) throws JMSException {
    byte[] body = ministry.encrypted(document);

    FakeMinistry.send(session, FakeMinistry.reply(session, number, body));

    await().untilAsserted(() -> assertThat(timeline()).contains(EventKind.REPLY_NOT_READABLE));
    answerHonestly();
    assertThat(timeline()).endsWith(EventKind.ENDED);
  }

  @Test
  void theSameOneAgainIsOneHeldReplyAndTwoEvents() throws JMSException {
    for (int times = 0; times < 2; times++) {
      FakeMinistry.send(session, HostileReply.NO_JWE.message(session, number, new byte[0]));
    }

    await()
        .untilAsserted(
            () ->
                assertThat(timeline())
                    .containsExactly(
                        EventKind.ACCEPTED,
                        EventKind.SENT,
                        EventKind.REPLY_NOT_READABLE,
                        EventKind.REPLY_NOT_READABLE));
    assertThat(
            jdbc.sql("select count(*) from held_reply where inquiry_id = ?")
                .param(id)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    answerHonestly();
  }

  @Test
  void forgedHeadersHaveNoEffectAndNobodyIsAnsweredBecauseHeAsks() throws JMSException {
    BytesMessage forged = FakeMinistry.reply(session, number, ministry.answer(number, resident));
    forged.setJMSReplyTo(session.createQueue(FakeMinistry.INQUIRY));
    forged.setStringProperty("CamelFileName", "../../evil");
    forged.setStringProperty("CAmelFileName", "../../evil");
    forged.setStringProperty("CamelJmsDestinationName", FakeMinistry.INQUIRY);
    forged.setStringProperty("CAmelJmsDestinationName", FakeMinistry.INQUIRY);
    forged.setStringProperty("CamelBeanMethodName", "toString");
    forged.setStringProperty("CAmelBeanMethodName", "toString");
    forged.setStringProperty("flow", "benefits.other");
    FakeMinistry.send(session, forged);

    await().until(() -> reader.inquiry(id).orElseThrow().state() == State.ENDED);
    await().until(() -> waiting() == 0);
    assertThat(timeline()).containsExactly(EventKind.ACCEPTED, EventKind.SENT, EventKind.ENDED);
    try (QueueBrowser inquiries =
        session.createBrowser(session.createQueue(FakeMinistry.INQUIRY))) {
      assertThat(inquiries.getEnumeration().hasMoreElements()).isFalse();
    }
  }

  @Test
  void anIndividualNumberInTheWrongPlaceIsNeitherKeptNorLogged() throws JMSException {
    long before = lastEvent();
    try (LoggedErrors errors = new LoggedErrors()) {
      FakeMinistry.send(
          session,
          HostileReply.WITH_AN_INDIVIDUAL_NUMBER_AS_CORRELATION.message(
              session, number, "<reply/>".getBytes()));
      await().until(() -> !eventsSince(before).isEmpty());
      await().until(() -> waiting() == 0);
      assertThat(errors.lines()).noneMatch(line -> line.contains(HostileReply.INDIVIDUAL_NUMBER));
    }

    assertThat(
            jdbc.sql(
                    "select count(*) from event where detail like :n or who like :n"
                        + " or inquiry_id like :n")
                .param("n", "%" + HostileReply.INDIVIDUAL_NUMBER + "%")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private void answerHonestly() throws JMSException {
    FakeMinistry.send(
        session, FakeMinistry.reply(session, number, ministry.answer(number, resident)));
    JsonNode ended = hub.read(hub.get("caller", "/api/v1/inquiries/" + id + "?wait=20s"));
    assertThat(ended.path("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.path("reply").path("residentNumber").textValue()).isEqualTo(resident);
  }

  private long waiting() {
    return BrokerAtWork.waiting(broker.embedded(), FakeMinistry.REPLY);
  }

  private List<EventKind> timeline() {
    return reader.events(id).stream().map(Event::what).toList();
  }

  private long lastEvent() {
    return jdbc.sql("select coalesce(max(id), 0) from event").query(Long.class).single();
  }

  private List<String> eventsSince(long last) {
    return jdbc.sql("select what from event where id > ? and what like 'REPLY_%'")
        .param(last)
        .query(String.class)
        .list();
  }

  private int held(HostileReply hostile) {
    return jdbc.sql(
            "select count(*) from held_reply where reason = :reason and "
                + (hostile.knowsItsInquiry() ? "inquiry_id = :id" : "inquiry_id is null"))
        .param("reason", hostile.kind().name())
        .param("id", id)
        .query(Integer.class)
        .single();
  }
}

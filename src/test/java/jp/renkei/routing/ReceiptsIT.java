package jp.renkei.routing;

import static jp.renkei.hub.HubClient.newKey;
import static jp.renkei.ledger.EventKind.ACCEPTED;
import static jp.renkei.ledger.EventKind.ENDED;
import static jp.renkei.ledger.EventKind.RECEIPT_GIVEN;
import static jp.renkei.ledger.EventKind.RECEIPT_NOT_VALID;
import static jp.renkei.ledger.EventKind.RECEIPT_OTHER_INQUIRY;
import static jp.renkei.ledger.EventKind.RECEIPT_OTHER_NUMBER;
import static jp.renkei.ledger.EventKind.REPLY_BEFORE_RECEIPT;
import static jp.renkei.ledger.EventKind.REPLY_DUPLICATE;
import static jp.renkei.ledger.EventKind.REPLY_NOT_VALID;
import static jp.renkei.ledger.EventKind.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.hub.HubClient;
import jp.renkei.hub.HubTest;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Pauses;
import jp.renkei.ledger.State;
import jp.renkei.protection.MessageCipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agency at the broker that knows an inquiry by a receipt number (処理通番) of its own. */
@HubTest
class ReceiptsIT {

  private static final AtomicInteger RESIDENT = new AtomicInteger(910_000);

  @Autowired private HubClient hub;
  @Autowired private MessageCipher cipher;
  @Autowired private Environment environment;
  @Autowired private Broker broker;
  @Autowired private LedgerReader reader;
  @Autowired private JdbcClient jdbc;
  @Autowired private Pauses pauses;
  private final String resident = String.valueOf(RESIDENT.incrementAndGet());
  private final String receipt = "U-" + resident;
  private FakeMinistry ministry;
  private Session session;
  private String id;
  private String number;

  /** The mock stays away for all of them: at every return it might take what the ministry wants. */
  private static HubClient silenced;

  @BeforeEach
  void ask() throws Exception {
    silenced = hub;
    ministry = new FakeMinistry(cipher, environment);
    hub.mock("faults", "{\"down\": true}");
    session = ministry.session();
    id = post();
    number = ministry.takeInquiry();
    // the agency may be quicker than the word that it was sent
    await().until(() -> reader.inquiry(id).orElseThrow().state() == State.SENT);
  }

  @AfterEach
  void leave() throws JMSException {
    ministry.close();
  }

  @AfterAll
  static void returnTheMock() {
    silenced.send(silenced.request("admin", "/mock/agencies/mhlw/faults").DELETE());
  }

  @Test
  void aReplyThatHasTheReceiptNumberOnlyIsDelivered() throws JMSException {
    give(number, receipt);
    await().untilAsserted(() -> assertThat(timeline()).contains(RECEIPT_GIVEN));
    assertThat(timeline()).containsExactly(ACCEPTED, SENT, RECEIPT_GIVEN);

    reply(receipt, ministry.answerByReceipt(receipt, resident));

    assertAnswered();
    assertThat(timeline()).containsExactly(ACCEPTED, SENT, RECEIPT_GIVEN, ENDED);
    assertThat(details(RECEIPT_GIVEN)).containsExactly(receipt);
  }

  @Test
  void eitherNumberMayStandInsideAndOutside() throws JMSException {
    give(number, receipt);
    await().untilAsserted(() -> assertThat(timeline()).contains(RECEIPT_GIVEN));

    reply(number, ministry.answerByReceipt(receipt, resident));
    assertAnswered();
    reply(receipt, ministry.answer(number, resident));

    await().untilAsserted(() -> assertThat(timeline()).hasSize(5));
    assertThat(timeline())
        .as("another correlation is another reply")
        .endsWith(EventKind.REPLY_DIFFERENT);
  }

  @Test
  void theSameReceiptAgainIsNoSecondEvent() throws JMSException {
    give(number, receipt);
    give(number, receipt);
    await().until(() -> waiting() == 0);
    reply(receipt, ministry.answerByReceipt(receipt, resident));
    assertAnswered();
    give(number, receipt);

    await().until(() -> waiting() == 0);
    assertThat(timeline()).containsExactly(ACCEPTED, SENT, RECEIPT_GIVEN, ENDED);
    assertThat(held()).isEmpty();
  }

  @Test
  void aReceiptAfterTheEndIsNotedAndChangesNothing() throws JMSException {
    hub.cancel("operator", id);

    give(number, receipt);

    await().untilAsserted(() -> assertThat(timeline()).endsWith(ENDED, RECEIPT_GIVEN));
    assertThat(view("").get("outcome").textValue()).isEqualTo("CANCELLED");
    reply(receipt, ministry.answerByReceipt(receipt, resident));
    await().untilAsserted(() -> assertThat(timeline()).endsWith(EventKind.REPLY_AFTER_CANCEL));
  }

  @Test
  void aReceiptForNoInquiryIsHeld() throws JMSException {
    int before = heldWithoutInquiry();

    give(unknownNumber(), receipt);
    give("NOBODY", receipt);
    give(null, receipt);

    await().untilAsserted(() -> assertThat(heldWithoutInquiry()).isEqualTo(before + 3));
    reply(receipt, ministry.answerByReceipt(receipt, resident));
    await().until(() -> waiting() == 0);
    assertThat(timeline()).doesNotContain(RECEIPT_GIVEN, ENDED);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "U_1", "受付1", "202611220001", "2026-1122-0001"})
  void whatIsNoReceiptNumberIsHeldAndNotToldInTheEvent(String told) throws JMSException {
    give(number, told);

    await().untilAsserted(() -> assertThat(timeline()).contains(RECEIPT_NOT_VALID));
    assertThat(details(RECEIPT_NOT_VALID)).containsOnlyNulls();
    assertThat(held()).containsExactly("RECEIPT_NOT_VALID");
    answerByNumber();
  }

  @Test
  void theFirstReceiptNumberStays() throws JMSException {
    give(number, receipt);
    await().untilAsserted(() -> assertThat(timeline()).contains(RECEIPT_GIVEN));

    give(number, receipt + "-2");

    await().untilAsserted(() -> assertThat(timeline()).endsWith(RECEIPT_OTHER_NUMBER));
    assertThat(held()).containsExactly("RECEIPT_OTHER_NUMBER");
    reply(receipt, ministry.answerByReceipt(receipt, resident));
    assertAnswered();
  }

  @Test
  void aReceiptNumberStaysWithTheInquiryThatHasIt() throws JMSException {
    give(number, receipt);
    await().untilAsserted(() -> assertThat(timeline()).contains(RECEIPT_GIVEN));
    String first = id;
    id = post();
    String second = ministry.takeInquiry();

    give(second, receipt);

    await().untilAsserted(() -> assertThat(timeline()).contains(RECEIPT_OTHER_INQUIRY));
    assertThat(held()).containsExactly("RECEIPT_OTHER_INQUIRY");
    reply(second, ministry.answerByReceipt(receipt, resident));
    await().untilAsserted(() -> assertThat(timeline()).contains(REPLY_NOT_VALID));
    reply(second, ministry.answer(second, resident));
    assertAnswered();
    id = first;
    assertThat(timeline()).doesNotContain(ENDED);
    reply(receipt, ministry.answerByReceipt(receipt, resident));
    assertAnswered();
  }

  @Test
  void aReplyThatOvertookItsReceiptIsDeliveredWhenThatComes() throws JMSException {
    byte[] early = ministry.answerByReceipt(receipt, resident);
    int before = events("REPLY_WITHOUT_INQUIRY");
    reply(receipt, early);
    reply(receipt, early);
    await().untilAsserted(() -> assertThat(events("REPLY_WITHOUT_INQUIRY")).isEqualTo(before + 2));
    assertThat(
            jdbc.sql("select count(*) from held_reply where awaits = ?")
                .param(receipt)
                .query(Integer.class)
                .single())
        .as("anything may stand there: it is kept as a keyed hash")
        .isZero();

    give(number, receipt);

    assertAnswered();
    assertThat(timeline()).containsExactly(ACCEPTED, SENT, RECEIPT_GIVEN, ENDED);
    reply(receipt, early);
    await().untilAsserted(() -> assertThat(timeline()).endsWith(ENDED, REPLY_DUPLICATE));
    assertThat(held())
        .as("it stays, and belongs to the inquiry")
        .containsExactly("REPLY_WITHOUT_INQUIRY");
  }

  @Test
  void oneThatNamesTheInquiryAndAReceiptThatIsNotKnownWaits() throws JMSException {
    reply(number, ministry.answerByReceipt(receipt, resident));
    await().untilAsserted(() -> assertThat(timeline()).contains(REPLY_BEFORE_RECEIPT));
    assertThat(timeline()).doesNotContain(ENDED);

    give(number, receipt);

    assertAnswered();
    assertThat(timeline())
        .containsExactly(ACCEPTED, SENT, REPLY_BEFORE_RECEIPT, RECEIPT_GIVEN, ENDED);
  }

  @Test
  void oneThatWaitedAndIsAboutAnotherPersonIsHeldUnderThatName() throws JMSException {
    reply(receipt, ministry.answerByReceipt(receipt, "1"));
    await().until(() -> waiting() == 0);

    give(number, receipt);

    await().untilAsserted(() -> assertThat(timeline()).endsWith(EventKind.REPLY_OTHER_PERSON));
    await("it waits no more").until(() -> waiting() == 0);
    give(number, receipt);
    reply(receipt, ministry.answerByReceipt(receipt, resident));
    assertAnswered();
    assertThat(timeline()).containsOnlyOnce(EventKind.REPLY_OTHER_PERSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"another receipt", "another inquiry"})
  void theNumberInsideMustBeTheInquirys(String which) throws JMSException {
    give(number, receipt);
    await().untilAsserted(() -> assertThat(timeline()).contains(RECEIPT_GIVEN));

    reply(
        receipt,
        which.equals("another receipt")
            ? ministry.answerByReceipt(receipt + "-2", resident)
            : ministry.answer(unknownNumber(), resident));

    await().untilAsserted(() -> assertThat(timeline()).endsWith(REPLY_NOT_VALID));
    answerByNumber();
  }

  @ParameterizedTest
  @CsvSource({"SENDING, false", "SILENCE, false", "REPLIES, true"})
  void aReceiptShowsThatThePathWorksAndNotThatTheAgencyCanAnswer(String trouble, boolean stays)
      throws JMSException {
    jdbc.sql(
            """
            insert into pause (path, agency, provider, cause, since, who, reason, probe_due, probes)
            values ('information-network', '', '', 'BROKEN', current_timestamp, 'hub', ?, null, 0)""")
        .param(trouble + ": test")
        .update();
    pauses.read();

    give(number, receipt);

    await().untilAsserted(() -> assertThat(timeline()).contains(RECEIPT_GIVEN));
    await().untilAsserted(() -> assertThat(pauses.standing()).hasSize(stays ? 1 : 0));
    answerByNumber();
    await().untilAsserted(() -> assertThat(pauses.standing()).as("any answer ends it").isEmpty());
  }

  @Test
  void anOperatorFindsTheInquiryByTheNumberThatTheAgencyNames() throws JMSException {
    give(number, receipt);
    await().untilAsserted(() -> assertThat(timeline()).contains(RECEIPT_GIVEN));

    assertThat(found("operator", receipt)).containsExactly(id);
    assertThat(found("caller", receipt)).containsExactly(id);
    assertThat(found("caller", number)).containsExactly(id);
    assertThat(found("tax", receipt)).as("another caller's").isEmpty();
    assertThat(found("tax", number)).isEmpty();
    assertThat(found("operator", receipt + "0")).isEmpty();
    answerByNumber();
  }

  private List<String> found(String user, String sought) {
    return hub.read(hub.get(user, "/api/v1/inquiries?number=" + sought))
        .get("items")
        .findValuesAsText("id");
  }

  /** A number as the hub makes them, that it never gave out. */
  private static String unknownNumber() {
    return new Identifiers(Clock.systemUTC(), new SecureRandom()).number();
  }

  private String post() {
    JsonNode asked = hub.read(hub.post(newKey(), null, hub.inquiry(resident).toString()));
    return asked.get("id").textValue();
  }

  private void give(String toWhat, String receiptNumber) throws JMSException {
    FakeMinistry.send(session, FakeMinistry.receipt(session, toWhat, receiptNumber));
  }

  private void reply(String correlation, byte[] body) throws JMSException {
    FakeMinistry.send(session, FakeMinistry.reply(session, correlation, body));
  }

  private void answerByNumber() throws JMSException {
    reply(number, ministry.answer(number, resident));
    assertAnswered();
  }

  private void assertAnswered() {
    JsonNode ended = view("?wait=20s");
    assertThat(ended.path("outcome").textValue()).isEqualTo("ANSWERED");
    assertThat(ended.path("reply").path("residentNumber").textValue()).isEqualTo(resident);
  }

  private JsonNode view(String query) {
    return hub.read(hub.get("caller", "/api/v1/inquiries/" + id + query));
  }

  private List<EventKind> timeline() {
    return reader.events(id).stream()
        .map(Event::what)
        .filter(what -> what != EventKind.CANCEL_ASKED && what != EventKind.ASKED_TWICE)
        .toList();
  }

  private List<String> details(EventKind what) {
    return reader.events(id).stream()
        .filter(event -> event.what() == what)
        .map(Event::detail)
        .toList();
  }

  private List<String> held() {
    return jdbc.sql("select reason from held_reply where inquiry_id = ? order by id")
        .param(id)
        .query(String.class)
        .list();
  }

  private int heldWithoutInquiry() {
    return jdbc.sql("select count(*) from held_reply where reason = 'RECEIPT_WITHOUT_INQUIRY'")
        .query(Integer.class)
        .single();
  }

  private int events(String what) {
    return jdbc.sql("select count(*) from event where what = ?")
        .param(what)
        .query(Integer.class)
        .single();
  }

  private long waiting() {
    return BrokerAtWork.waiting(broker.embedded(), FakeMinistry.REPLY);
  }
}

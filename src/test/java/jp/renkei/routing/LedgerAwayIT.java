package jp.renkei.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static jp.renkei.hub.HubClient.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSException;
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
import jp.renkei.routing.BrittleLedger.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reply that the ledger does not take stays with the broker until it does. */
@HubTest
@Import(BrittleLedger.class)
class LedgerAwayIT {

  private static final AtomicInteger RESIDENT = new AtomicInteger(910_000);

  @Autowired private HubClient hub;
  @Autowired private BrittleLedger ledger;
  @Autowired private MessageCipher cipher;
  @Autowired private Environment environment;
  @Autowired private Broker broker;
  @Autowired private LedgerReader reader;
  @Autowired private JdbcClient jdbc;
  private final String resident = String.valueOf(RESIDENT.incrementAndGet());
  private FakeMinistry ministry;
  private Session session;
  private String id;
  private String number;

  @BeforeEach
  void ask() throws Exception {
    ministry = new FakeMinistry(cipher, environment);
    session = ministry.session();
    hub.mock("faults", "{\"down\": true}");
    JsonNode asked = hub.read(hub.post(newKey(), null, hub.inquiry(resident).toString()));
    id = asked.get("id").textValue();
    number = ministry.takeInquiry();
    assertThat(number).isEqualTo(asked.get("number").textValue());
    await().until(() -> reader.inquiry(id).orElseThrow().state() == State.SENT);
  }

  @AfterEach
  void heal() throws JMSException {
    ledger.become(Fault.NONE);
    ministry.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_WRITING", "AWAY"})
  void aReplyWaitsForTheLedgerAndEndsItsInquiryOnce(Fault fault) throws JMSException {
    ledger.become(fault);
    answer();
    await().atMost(20, SECONDS).until(() -> ledger.refusals() >= 3);
    assertThat(waiting()).isEqualTo(1);

    ledger.become(Fault.NONE);

    await().atMost(60, SECONDS).until(() -> waiting() == 0);
    assertThat(timeline()).containsExactly(EventKind.ACCEPTED, EventKind.SENT, EventKind.ENDED);
    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void aReplyWhoseCommitIsUnknownComesAgainAndChangesNothing() throws JMSException {
    ledger.become(Fault.COMMIT_UNKNOWN);
    answer();
    await().atMost(20, SECONDS).until(() -> reader.inquiry(id).orElseThrow().outcome() != null);
    await().until(() -> ledger.refusals() > 0);
    ledger.become(Fault.NONE);

    await().atMost(60, SECONDS).until(() -> waiting() == 0);
    assertThat(timeline())
        .startsWith(EventKind.ACCEPTED, EventKind.SENT, EventKind.ENDED)
        .containsOnlyOnce(EventKind.ENDED)
        .endsWith(EventKind.REPLY_DUPLICATE);
    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void aReplyToBeHeldWaitsForTheLedgerToo() throws JMSException {
    ledger.become(Fault.NO_WRITING);
    FakeMinistry.send(session, HostileReply.NO_JWE.message(session, number, new byte[0]));
    await().atMost(20, SECONDS).until(() -> ledger.refusals() >= 3);
    assertThat(waiting()).isEqualTo(1);

    ledger.become(Fault.NONE);

    await().atMost(60, SECONDS).until(() -> waiting() == 0);
    assertThat(timeline())
        .containsExactly(EventKind.ACCEPTED, EventKind.SENT, EventKind.REPLY_NOT_READABLE);
  }

  @Test
  void housekeepingTellsOfItsTroubleOnce() {
    try (LoggedErrors logged = new LoggedErrors()) {
      ledger.become(Fault.AWAY);
      await().atMost(30, SECONDS).until(() -> ledger.refusals() >= 12);

      await()
          .untilAsserted(
              () ->
                  assertThat(logged.lines())
                      .filteredOn(line -> line.contains("housekeeping/deadlines"))
                      .singleElement()
                      .asString()
                      .contains("cannot work", "the database is away")
                      .doesNotContain("\n"));
    }
  }

  private void answer() throws JMSException {
    FakeMinistry.send(
        session, FakeMinistry.reply(session, number, ministry.answer(number, resident)));
  }

  private long waiting() {
    return BrokerAtWork.waiting(broker.embedded(), FakeMinistry.REPLY);
  }

  private List<EventKind> timeline() {
    return reader.events(id).stream().map(Event::what).toList();
  }

  private int answers() {
    return jdbc.sql("select count(*) from payload where inquiry_id = ? and part = 'ANSWER'")
        .param(id)
        .query(Integer.class)
        .single();
  }
}

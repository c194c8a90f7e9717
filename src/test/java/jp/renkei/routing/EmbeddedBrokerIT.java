package jp.renkei.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.api.config.ActiveMQDefaultConfiguration;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedBrokerIT {

  private static final String INQUIRY = "agency.mhlw.inquiry";
  private static final String REPLY = "agency.mhlw.reply";

  @TempDir Path folder;
  private BrokerAtWork broker;

  @BeforeEach
  void start() throws Exception {
    broker = new BrokerAtWork(folder);
  }

  @AfterEach
  void stop() throws Exception {
    broker.stop();
  }

  @Test
  void anInquiryAndItsReplyGoThrough() throws JMSException {
    broker.send(broker.session("hub"), INQUIRY, "question");
    assertThat(broker.take("agency-mhlw", INQUIRY)).singleElement().satisfies(text("question"));

    broker.send(broker.session("agency-mhlw"), REPLY, "answer");
    assertThat(broker.take("hub", REPLY)).singleElement().satisfies(text("answer"));
  }

  @ParameterizedTest
  @CsvSource({
    "agency-mhlw, agency.mhlw.inquiry",
    "agency-mhlw, agency.other.inquiry",
    "agency-mhlw, agency.other.reply",
    "agency-mhlw, hub.dead-letters",
    "agency-mhlw, hub.expired",
    "agency-mhlw, activemq.management",
    "agency-other, agency.mhlw.reply",
    "caller-nhi, agency.mhlw.inquiry",
    "caller-nhi, agency.mhlw.reply",
    "caller-nhi, hub.dead-letters",
    "caller-nhi, hub.questions.nhi",
    "caller-tax, hub.questions.nhi",
    "agency-mhlw, hub.answers",
    "hub, hub.answers",
    "caller-nhi, activemq.management",
    "hub, agency.mhlw.reply",
    "hub, activemq.management"
  })
  void whoHasNoRightCannotSend(String user, String address) throws JMSException {
    Session session = broker.session(user);

    assertThatThrownBy(() -> broker.send(session, address, "forged"))
        .isInstanceOf(JMSSecurityException.class);
    if (address.startsWith("agency.")) {
      String reader =
          address.endsWith("reply") ? "hub" : address.replaceAll("(agency)\\.(.*)\\..*", "$1-$2");
      assertThat(broker.take(reader, address)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "agency-mhlw, agency.mhlw.reply",
    "agency-mhlw, agency.other.inquiry",
    "agency-mhlw, agency.other.reply",
    "agency-mhlw, hub.dead-letters",
    "agency-mhlw, hub.expired",
    "agency-other, agency.mhlw.inquiry",
    "caller-nhi, agency.mhlw.inquiry",
    "caller-nhi, agency.mhlw.reply",
    "caller-nhi, hub.expired",
    "caller-nhi, hub.answers",
    "caller-tax, hub.questions.nhi",
    "agency-mhlw, hub.questions.nhi",
    "hub, hub.questions.nhi",
    "hub, agency.mhlw.inquiry"
  })
  void whoHasNoRightCanNeitherReadNorBrowse(String user, String queue) throws JMSException {
    Session session = broker.session(user);

    assertThatThrownBy(() -> session.createConsumer(session.createQueue(queue)))
        .isInstanceOf(JMSSecurityException.class);
    assertThatThrownBy(
            () -> {
              try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
                browser.getEnumeration().hasMoreElements();
              }
            })
        .isInstanceOf(JMSException.class);
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> broker.session("agency-mhlw", "secret of hub"))
        .isInstanceOf(JMSSecurityException.class);
  }

  @Test
  void nobodyUnknownAndNobodyAtAllIsLetIn() {
    assertThatThrownBy(() -> broker.session("agency-nobody", "secret of agency-nobody"))
        .isInstanceOf(JMSSecurityException.class);
    assertThatThrownBy(() -> broker.session(null, null)).isInstanceOf(JMSSecurityException.class);
    assertThatThrownBy(() -> broker.session("", "")).isInstanceOf(JMSSecurityException.class);
  }

  @Test
  void theUserOfBrokersAmongThemselvesHasNoUsualPassword() {
    assertThatThrownBy(
            () ->
                broker.session(
                    ActiveMQDefaultConfiguration.getDefaultClusterUser(),
                    ActiveMQDefaultConfiguration.getDefaultClusterPassword()))
        .isInstanceOf(JMSException.class)
        .hasMessageContaining("Unable to authenticate cluster user");
  }

  @Test
  void isMadeToConnectNowhere() throws Exception {
    Session hub = broker.session("hub");
    hub.createConsumer(hub.createQueue(REPLY));
    try (RogueBroker rogue = new RogueBroker()) {
      CompletableFuture<Void> closed = rogue.call("tcp://127.0.0.1:" + broker.port);

      await().until(() -> closed.isDone() || rogue.wasReached());
      assertThat(rogue.wasReached()).isFalse();
    }
    broker.send(hub, INQUIRY, "question");
  }

  @Test
  void noOtherMachineReachesIt() throws Exception {
    for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(card.getInetAddresses())) {
        if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, broker.port).close())
              .isInstanceOf(ConnectException.class);
        }
      }
    }
  }

  @Test
  void aSenderCannotPassForAnother() throws JMSException {
    Session session = broker.session("agency-mhlw");
    TextMessage forged = session.createTextMessage("answer");
    forged.setStringProperty("_AMQ_VALIDATED_USER", "hub");
    session.createProducer(session.createQueue(REPLY)).send(forged);

    assertThat(broker.take("hub", REPLY))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.getStringProperty("JMSXUserID")).isEqualTo("agency-mhlw"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub", "agency-mhlw", "caller-nhi"})
  void nothingIsMadeByUsingIt(String user) throws JMSException {
    Session session = broker.session(user);

    assertThatThrownBy(() -> broker.send(session, "agency.nobody.inquiry", "lost"))
        .isInstanceOf(JMSException.class);
    assertThatThrownBy(() -> session.createConsumer(session.createQueue("agency.nobody.reply")))
        .isInstanceOf(JMSException.class);
    assertThatThrownBy(session::createTemporaryQueue).isInstanceOf(JMSException.class);
    assertThatThrownBy(
            () -> session.createSharedDurableConsumer(session.createTopic(INQUIRY), "tap"))
        .isInstanceOf(JMSException.class);
  }

  @Test
  void nothingIsUnmadeByLeavingIt() throws Exception {
    broker.send(broker.session("hub"), INQUIRY, "first");
    assertThat(broker.take("agency-mhlw", INQUIRY)).hasSize(1);
    broker.stop();
    broker.start();

    broker.send(broker.session("hub"), INQUIRY, "second");

    assertThat(broker.take("agency-mhlw", INQUIRY)).singleElement().satisfies(text("second"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub.dead-letters", "hub.expired"})
  void whatIsGivenUpHasAQueueThatTheHubReads(String queue) throws JMSException {
    assertThat(broker.take("hub", queue)).isEmpty();
  }

  @Test
  void aRepeatIsDroppedAndNothingElseIs() throws Exception {
    Session session = broker.session("hub");
    for (String number : List.of("1", "2", "3", "2", "4")) {
      sendOnce(session, number);
    }
    broker.stop();
    broker.start();
    sendOnce(broker.session("hub"), "4");
    sendOnce(broker.session("hub"), "5");

    assertThat(broker.take("agency-mhlw", INQUIRY))
        .extracting(message -> ((TextMessage) message).getText())
        .containsExactly("1", "2", "3", "4", "5");
  }

  private static void sendOnce(Session session, String number) throws JMSException {
    TextMessage message = session.createTextMessage(number);
    message.setStringProperty(MessageProperties.DUPLICATE_ID, "R" + number + "/1");
    session.createProducer(session.createQueue(INQUIRY)).send(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hub.replies.nhi", "hub.cases.nhi", "hub.questions.nhi"})
  void whatACallerLeavesUnreadIsBounded(String queue) throws JMSException {
    Session session = broker.transacted("hub");
    MessageProducer producer = session.createProducer(session.createQueue(queue));
    sendAtOnce(session, producer, 4_500);

    assertThatThrownBy(
            () -> {
              for (int more = 0; more < 100; more++) {
                sendAtOnce(session, producer, 10);
              }
            })
        .isInstanceOf(JMSException.class);
    assertThat(broker.waiting(queue)).isBetween(4_500L, 5_500L);
  }

  private static void sendAtOnce(Session session, MessageProducer producer, int count)
      throws JMSException {
    for (int i = 0; i < count; i++) {
      producer.send(session.createTextMessage("unread"));
    }
    session.commit();
  }

  @Test
  void theJournalOutlivesTheBroker() throws Exception {
    Session session = broker.session("agency-mhlw");
    for (int n = 0; n < 100; n++) {
      broker.send(session, REPLY, "answer " + n);
    }
    broker.stop();
    broker.start();

    assertThat(broker.take("hub", REPLY)).hasSize(100).last().satisfies(text("answer 99"));
  }

  @Test
  void whatExpiresLiesWhereTheHubSeesIt() throws JMSException {
    Session hub = broker.session("hub");
    MessageProducer producer = hub.createProducer(hub.createQueue(INQUIRY));
    producer.setTimeToLive(1);
    producer.send(hub.createTextMessage("too late"));
    Session agency = broker.session("agency-mhlw");
    try (MessageConsumer consumer = agency.createConsumer(agency.createQueue(INQUIRY));
        MessageConsumer expired = hub.createConsumer(hub.createQueue("hub.expired"))) {
      await()
          .atMost(40, SECONDS)
          .untilAsserted(
              () -> {
                assertThat(consumer.receive(50)).isNull();
                assertThat(expired.receive(50))
                    .isNotNull()
                    .satisfies(text("too late"))
                    .satisfies(
                        message ->
                            assertThat(message.getStringProperty("_AMQ_ORIG_ADDRESS"))
                                .isEqualTo(INQUIRY));
              });
    }
  }

  @Test
  void whatFailsComesAgainLaterAndLaterAndIsNeverGivenUp() throws JMSException {
    broker.send(broker.session("agency-mhlw"), REPLY, "answer");
    Session hub = broker.recovering("hub");
    try (MessageConsumer consumer = hub.createConsumer(hub.createQueue(REPLY))) {
      List<Long> times = new ArrayList<>();
      for (int delivery = 1; delivery <= 4; delivery++) {
        Message message = consumer.receive(10_000);
        assertThat(message.getIntProperty("JMSXDeliveryCount")).isEqualTo(delivery);
        times.add(System.nanoTime());
        hub.recover();
      }
      assertThat(times.get(1) - times.get(0)).isGreaterThan(Duration.ofMillis(200).toNanos());
      assertThat(times.get(3) - times.get(2)).isGreaterThan(Duration.ofMillis(800).toNanos());
    }
    assertThat(broker.staysEmpty("hub", "hub.dead-letters")).isTrue();
  }

  private static ThrowingConsumer<Message> text(String expected) {
    return message -> assertThat(((TextMessage) message).getText()).isEqualTo(expected);
  }
}

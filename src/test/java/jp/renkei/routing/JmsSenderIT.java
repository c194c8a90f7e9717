package jp.renkei.routing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.SendWork;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class JmsSenderIT {

  private static final Instant NOW = Instant.now();
  private static final String INQUIRY = "agency.mhlw.inquiry";

  @TempDir Path folder;
  private BrokerAtWork broker;
  private JmsSender sender;

  @BeforeEach
  void start() throws Exception {
    broker = new BrokerAtWork(folder);
    sender = sender("hub", INQUIRY);
  }

  @AfterEach
  void stop() throws Exception {
    sender.close();
    broker.stop();
  }

  private JmsSender sender(String user, String address) throws Exception {
    return sender(user, address, broker.port);
  }

  private static JmsSender sender(String user, String address, int port) throws Exception {
    ActiveMQConnectionFactory connections =
        RoutingConfiguration.connections("tcp://127.0.0.1:" + port, BrokerAtWork.password(user));
    connections.setUser(user);
    return new JmsSender(connections, address, Clock.systemUTC());
  }

  @Test
  void sendsTheBytesAsTheyAreWithWhatTravelsBesideThem() throws Exception {
    sender.send(Outgoing.of(work("R1", 2), "employment-insurance/1.0", "mhlw-1")).get(10, SECONDS);

    List<Message> arrived = broker.take("agency-mhlw", INQUIRY);
    assertThat(arrived).hasSize(1);
    BytesMessage message = (BytesMessage) arrived.get(0);
    byte[] body = new byte[(int) message.getBodyLength()];
    message.readBytes(body);
    assertThat(body).containsExactly(1, 2, 3);
    assertThat(message.getJMSCorrelationID()).isEqualTo("R1");
    assertThat(message.getJMSType()).isEqualTo("employment-insurance/1.0");
    assertThat(message.getStringProperty("renkeiKey")).isEqualTo("mhlw-1");
    assertThat(message.getStringProperty("_AMQ_DUPL_ID")).isEqualTo("R1/2");
    assertThat(message.getJMSReplyTo()).isNull();
    assertThat(message.getJMSExpiration())
        .as("the deadline and a day")
        .isBetween(
            NOW.plus(Duration.ofHours(25)).minusSeconds(60).toEpochMilli(),
            NOW.plus(Duration.ofHours(25)).plusSeconds(60).toEpochMilli());
  }

  @Test
  void aRepeatIsConfirmedAndDropped() throws Exception {
    sender.send(Outgoing.of(work("R1", 1), "kind/1.0", null)).get(10, SECONDS);
    sender.send(Outgoing.of(work("R1", 1), "kind/1.0", null)).get(10, SECONDS);

    assertThat(broker.take("agency-mhlw", INQUIRY)).hasSize(1);
  }

  @Test
  void aMissingRightFailsTheSending() throws Exception {
    try (JmsSender without = sender("caller-nhi", INQUIRY)) {
      assertThatThrownBy(
              () -> without.send(Outgoing.of(work("R1", 1), "kind/1.0", null)).get(10, SECONDS))
          .isNotInstanceOf(TimeoutException.class);
    }
    try (JmsSender nowhere = sender("hub", "agency.nobody.inquiry")) {
      assertThatThrownBy(
              () -> nowhere.send(Outgoing.of(work("R1", 1), "kind/1.0", null)).get(10, SECONDS))
          .isNotInstanceOf(TimeoutException.class);
    }
    assertThat(broker.take("agency-mhlw", INQUIRY)).isEmpty();
  }

  @Test
  void everySendingEndsWhenTheBrokerGoesAwayAndNoneIsSaidToBeThereThatIsNot() throws Exception {
    List<CompletableFuture<Void>> sendings = new ArrayList<>();
    Thread stopping = null;
    for (int n = 0; n < 3_000; n++) {
      sendings.add(sender.send(Outgoing.of(work("R" + n, 1), "kind/1.0", null)));
      if (n == 500) {
        stopping = new Thread(this::stopBroker, "stops-the-broker");
        stopping.start();
      }
    }
    stopping.join();
    for (CompletableFuture<Void> sending : sendings) {
      sending.handle((done, fault) -> done).get(30, SECONDS);
    }

    broker.start();
    Set<String> there =
        broker.take("agency-mhlw", INQUIRY).stream()
            .map(JmsSenderIT::number)
            .collect(Collectors.toSet());
    for (int n = 0; n < sendings.size(); n++) {
      if (!sendings.get(n).isCompletedExceptionally()) {
        assertThat(there).contains("R" + n);
      }
    }
    assertThat(sendings).anyMatch(CompletableFuture::isCompletedExceptionally);
    await()
        .atMost(60, SECONDS)
        .ignoreExceptions()
        .untilAsserted(
            () -> sender.send(Outgoing.of(work("R-after", 1), "kind/1.0", null)).get(10, SECONDS));
  }

  @Test
  void whoeverABrokerWithAFullDiskHoldsBackIsLetGoByClosing() throws Exception {
    broker.stop();
    broker = new BrokerAtWork(folder.resolve("full"), Long.MAX_VALUE);
    JmsSender held = sender("hub", INQUIRY);
    List<CompletableFuture<Void>> sendings = new CopyOnWriteArrayList<>();
    AtomicBoolean enough = new AtomicBoolean();
    Thread sending =
        new Thread(
            () -> {
              for (int n = 0; n < 100_000 && !enough.get(); n++) {
                sendings.add(held.send(Outgoing.of(work("R" + n, 1), "kind/1.0", null)));
              }
            },
            "sends-until-it-is-held-back");
    sending.start();
    // a moment's wait for the network is not it
    await().atMost(60, SECONDS).during(2, SECONDS).until(() -> isHeldBack(sending));

    enough.set(true);
    held.close();

    sending.join(SECONDS.toMillis(60));
    assertThat(sending.isAlive()).isFalse();
    for (CompletableFuture<Void> each : sendings) {
      each.handle((done, fault) -> done).get(30, SECONDS);
    }
    assertThat(sendings.get(sendings.size() - 1)).isCompletedExceptionally();
  }

  /** Waits for the broker's credit. */
  private static boolean isHeldBack(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("acquireCredits"));
  }

  @Test
  void everySendingEndsWhenTheLineIsCutBeforeTheBrokerAnswers() throws Exception {
    try (BreakableLine line = new BreakableLine(broker.port);
        JmsSender overIt = sender("hub", INQUIRY, line.port())) {
      overIt.send(Outgoing.of(work("R-before", 1), "kind/1.0", null)).get(10, SECONDS);
      line.hush();
      List<CompletableFuture<Void>> sendings = new ArrayList<>();
      for (int n = 0; n < 50; n++) {
        sendings.add(overIt.send(Outgoing.of(work("R" + n, 1), "kind/1.0", null)));
      }
      assertThat(sendings).noneMatch(CompletableFuture::isDone);
      line.cut();
      for (CompletableFuture<Void> sending : sendings) {
        assertThatThrownBy(() -> sending.get(30, SECONDS)).isNotInstanceOf(TimeoutException.class);
      }
      await()
          .atMost(60, SECONDS)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  overIt.send(Outgoing.of(work("R-after", 1), "kind/1.0", null)).get(10, SECONDS));
    }
  }

  private void stopBroker() {
    try {
      broker.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String number(Message message) {
    try {
      return message.getJMSCorrelationID();
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SendWork work(String number, int attempt) {
    return new SendWork(
        "id-" + number,
        number,
        "nhi",
        "flow",
        "mhlw",
        null,
        Lane.SINGLE,
        attempt,
        0,
        NOW,
        NOW.plus(Duration.ofHours(1)),
        NOW.plusSeconds(30),
        false,
        new byte[] {1, 2, 3});
  }
}

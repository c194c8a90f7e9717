package jp.renkei.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.protection.MessageCipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmsLineTest {

  private static final long SOON = 10_000;

  @TempDir Path folder;
  private final JmsBody body = new JmsBody("mhlw", new MaskingCipher());
  private BrokerForTests broker;
  private Received received;
  private Desk desk;
  private JmsLine line;

  @BeforeEach
  void open() throws Exception {
    broker = new BrokerForTests(folder, body);
    openAgency(4);
  }

  private void openAgency(int sessions) {
    received = new Received(folder.resolve("received.log"));
    desk = new Desk("mhlw", TestAgencies.ministry(), received);
    AgencyProfile profile =
        new AgencyProfile(
            "mhlw",
            AgencyProfile.Transport.JMS,
            AgencyProfile.Encryption.JWE,
            "employment-insurance",
            sessions,
            null,
            null,
            null,
            null,
            false);
    line = new JmsLine(profile, desk, new Secrets(), BrokerForTests.url());
    line.open();
  }

  @AfterEach
  void close() throws Exception {
    line.close();
    received.close();
    broker.close();
  }

  @Test
  void answersWithTheNumberTheKindAndAnEncryptedBody() throws Exception {
    broker.ask("R-1", "0012345678");
    BytesMessage reply = broker.reply(SOON);
    assertThat(reply.getJMSCorrelationID()).isEqualTo("R-1");
    assertThat(reply.getJMSType()).isEqualTo("employment-insurance/1.0");
    assertThat(reply.getStringProperty("renkeiKey")).isEqualTo("mhlw-1");
    assertThat(reply.getJMSDeliveryMode()).isEqualTo(jakarta.jms.DeliveryMode.PERSISTENT);
    assertThat(text(reply)).contains("<leavingDate>2026-03-31</leavingDate>");
    assertThat(received.entries()).containsExactly(new Received.Entry("R-1", 1, true));
    awaitNothingWaiting();
  }

  @Test
  void waitingReplyHoldsUpNoOtherAndIsNotAcknowledged() throws Exception {
    desk.misbehave(new Faults(false, 60_000, 0, 0, 0, 0, 0, 0, 0, null));
    broker.ask("R-1", "12345678");
    await().until(() -> received.entries().size() == 1);
    desk.misbehave(Faults.NONE);
    for (int i = 2; i <= 20; i++) {
      broker.ask("R-" + i, "12345678");
    }
    for (int i = 2; i <= 20; i++) {
      assertThat(broker.reply(SOON)).isNotNull();
    }
    await().until(() -> broker.waiting() == 1);
  }

  @Test
  void agencyThatDiesAnswersAgainWhatItHadNotAnswered() throws Exception {
    desk.misbehave(new Faults(false, 60_000, 0, 0, 0, 0, 0, 0, 0, null));
    broker.ask("R-1", "12345678");
    await().until(() -> received.entries().size() == 1);
    line.close();
    received.close();
    openAgency(1);
    assertThat(broker.reply(SOON).getJMSCorrelationID()).isEqualTo("R-1");
    assertThat(received.entries()).containsExactly(new Received.Entry("R-1", 2, true));
  }

  @Test
  void delayedReplyComesAfterItsDelay() throws Exception {
    desk.misbehave(new Faults(false, 300, 0, 0, 0, 0, 0, 0, 0, null));
    long start = System.nanoTime();
    broker.ask("R-1", "12345678");
    assertThat(broker.reply(SOON)).isNotNull();
    assertThat((System.nanoTime() - start) / 1_000_000).isBetween(300L, 3_000L);
    awaitNothingWaiting();
  }

  @Test
  void downStopsConsumingAndUpGoesOn() throws Exception {
    broker.ask("R-0", "12345678");
    assertThat(broker.reply(SOON)).isNotNull();
    awaitNothingWaiting();
    misbehave(new Faults(true, 0, 0, 0, 0, 0, 0, 0, 0, null));
    await().until(() -> broker.consumers() == 0);
    broker.ask("R-1", "12345678");
    assertThat(broker.reply(300)).isNull();
    misbehave(Faults.NONE);
    assertThat(broker.reply(SOON).getJMSCorrelationID()).isEqualTo("R-1");
  }

  @Test
  void shuffleMixesRepliesOfAllSessionsAndKeepsNone() throws Exception {
    desk.misbehave(new Faults(false, 0, 0, 0, 0, 0, 0, 0, 10, null));
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      asked.add("R-" + i);
      broker.ask("R-" + i, "12345678");
    }
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      told.add(broker.reply(SOON).getJMSCorrelationID());
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(asked).isNotEqualTo(asked);
    awaitNothingWaiting();
  }

  @Test
  void droppedInquiryIsGoneAndDuplicatedIsAnsweredTwice() throws Exception {
    desk.misbehave(new Faults(false, 0, 0, 1, 0, 0, 0, 0, 0, null));
    broker.ask("R-1", "12345678");
    awaitNothingWaiting();
    desk.misbehave(new Faults(false, 0, 0, 0, 1, 0, 0, 0, 0, null));
    broker.ask("R-2", "12345678");
    assertThat(broker.reply(SOON).getJMSCorrelationID()).isEqualTo("R-2");
    assertThat(broker.reply(SOON).getJMSCorrelationID()).isEqualTo("R-2");
    assertThat(received.entries()).hasSize(2);
  }

  @Test
  void garbageIsTakenOffTheQueueAndHarmsNobody() throws Exception {
    broker.send(broker.session().createTextMessage("hello"));
    broker.send(broker.session().createObjectMessage("hello"));
    BytesMessage undecipherable = broker.session().createBytesMessage();
    undecipherable.setJMSCorrelationID("R-1");
    undecipherable.writeBytes(new byte[] {1, 2, 3});
    broker.send(undecipherable);
    broker.ask("R-2", "12345678");
    assertThat(broker.reply(SOON).getJMSCorrelationID()).isEqualTo("R-2");
    awaitNothingWaiting();
  }

  @Test
  void brokerThatComesBackIsConsumedAgain() throws Exception {
    broker.close();
    broker = new BrokerForTests(folder, body);
    broker.ask("R-1", "12345678");
    assertThat(broker.reply(SOON).getJMSCorrelationID()).isEqualTo("R-1");
  }

  private void misbehave(Faults faults) {
    desk.misbehave(faults);
    line.faultsChanged();
  }

  private void awaitNothingWaiting() {
    await().untilAsserted(() -> assertThat(broker.waiting()).isZero());
  }

  private String text(BytesMessage reply) throws Exception {
    return new String(body.open(reply), StandardCharsets.UTF_8);
  }

  private static final class Secrets implements AgencySecrets {

    @Override
    public String brokerPassword(String agency) {
      return "none";
    }

    @Override
    public MessageCipher cipher() {
      return new MaskingCipher();
    }
  }
}

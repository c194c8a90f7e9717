package jp.renkei.mock;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.renkei.mock.AgencySecrets.NotYet;
import jp.renkei.protection.MessageCipher;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agency at the hub's broker. It connects anew by itself rather than by the client's reconnect:
 * a broker that comes back delivers again whatever was not acknowledged, so the replies that were
 * waiting for the old connection must go with it.
 */
final class JmsLine implements Line, Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(JmsLine.class);
  private static final long RETRY_MS = 250;

  private final AgencyProfile profile;
  private final Desk desk;
  private final AgencySecrets secrets;
  private final String brokerUrl;
  private final Thread keeper;
  private volatile CompletableFuture<String> broken = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private String lastSaid;

  JmsLine(AgencyProfile profile, Desk desk, AgencySecrets secrets, String brokerUrl) {
    this.profile = profile;
    this.desk = desk;
    this.secrets = secrets;
    this.brokerUrl = brokerUrl;
    this.keeper = new Thread(this, "mock-" + profile.id());
    this.keeper.setDaemon(true);
  }

  @Override
  public void open() {
    keeper.start();
  }

  @Override
  public void faultsChanged() {
    if (desk.faults().down()) {
      broken.complete("down by its faults");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    broken.complete("closed");
    try {
      keeper.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    do {
      try {
        if (!desk.faults().down()) {
          serve();
        }
      } catch (NotYet | JMSException e) {
        say("waits for the broker: " + e.getMessage());
      }
    } while (!closedAfterAPause());
  }

  private boolean closedAfterAPause() {
    try {
      return closed.await(RETRY_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void serve() throws NotYet, JMSException {
    CompletableFuture<String> end = new CompletableFuture<>();
    broken = end;
    try (Connection connection = connect()) {
      connection.setExceptionListener(e -> end.complete(e.getMessage()));
      Shuffle<JmsReply> shuffle = new Shuffle<>();
      JmsBody body = new JmsBody(profile.id(), cipher());
      for (int i = 1; i <= profile.sessions(); i++) {
        JmsSession session =
            new JmsSession(
                connection, profile.id(), body, desk, shuffle, e -> end.complete(e.getMessage()));
        Thread thread = new Thread(session, "mock-" + profile.id() + "-" + i);
        thread.setDaemon(true);
        thread.start();
      }
      connection.start();
      say("consumes at " + brokerUrl);
      if (desk.faults().down() || closed.getCount() == 0) {
        end.complete("down or closed while connecting");
      }
      say("stops consuming: " + end.join());
      // Else a session that closes would hand its messages to the next one, which takes them.
      connection.stop();
    }
  }

  private Connection connect() throws NotYet, JMSException {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(brokerUrl);
    factory.setReconnectAttempts(0);
    factory.setInitialConnectAttempts(1);
    // A broker that is stopping may take a call and never answer it.
    factory.setCallTimeout(3_000);
    factory.setBlockOnDurableSend(false);
    factory.setConfirmationWindowSize(1024 * 1024);
    // With that window the broker keeps a killed agency's messages for it until this has passed.
    factory.setConnectionTTL(5_000);
    factory.setClientFailureCheckPeriod(1_500);
    factory.setDeserializationDenyList("*");
    String password = secrets.brokerPassword(profile.id());
    return factory.createConnection("agency-" + profile.id(), password);
  }

  private MessageCipher cipher() throws NotYet {
    return profile.encryption() == AgencyProfile.Encryption.NONE ? null : secrets.cipher();
  }

  private void say(String now) {
    if (!now.equals(lastSaid)) {
      LOG.info("{} {}", profile.id(), now);
      lastSaid = now;
    }
  }
}

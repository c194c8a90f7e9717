package jp.renkei.benchmark;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.hub.BrokerClient;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A caller that reads its outcomes from its queue and counts them by the inquiries' numbers. It
 * outlives the broker: what it had not acknowledged comes again, and is counted apart.
 */
final class OutcomeReader implements AutoCloseable {

  private final Connection connection;
  private final Set<String> numbers = ConcurrentHashMap.newKeySet();
  private final AtomicInteger repeated = new AtomicInteger();

  OutcomeReader(Path data, int port) throws JMSException {
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory(
            "tcp://127.0.0.1:" + port + "?reconnectAttempts=-1&retryInterval=500");
    connection = factory.createConnection("caller-nhi", BrokerClient.password(data, "caller-nhi"));
    Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
    MessageConsumer consumer = session.createConsumer(session.createQueue("hub.replies.nhi"));
    consumer.setMessageListener(this::read);
    connection.start();
  }

  private void read(Message message) {
    try {
      if (!numbers.add(message.getJMSCorrelationID())) {
        repeated.incrementAndGet();
      }
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets what was read. */
  void begin() {
    numbers.clear();
    repeated.set(0);
  }

  /** How many inquiries have their outcome. */
  int count() {
    return numbers.size();
  }

  /** How many outcomes were read once more. */
  int repeated() {
    return repeated.get();
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}

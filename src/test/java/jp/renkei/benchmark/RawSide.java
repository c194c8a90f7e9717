package jp.renkei.benchmark;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.endtoend.FreePorts;
import jp.renkei.endtoend.MockProcess;
import jp.renkei.ledger.Identifiers;
import jp.renkei.mock.AgencySecrets;
import jp.renkei.mock.DemoSecrets;
import jp.renkei.mock.Inquiries;
import jp.renkei.protection.MessageCipher;
import jp.renkei.routing.BrokerProcess;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The yardstick: persistent request and reply at the hub's own broker, alone in a process, with the
 * very agency that the hub talks to. No ledger, no schema, no audit: a message goes out, the
 * reply's correlation finds who waits for it.
 */
final class RawSide implements Side {

  private static final String ADDRESS = "agency.mhlw.";

  /** As many as the hub's receive route has. */
  private static final int CONSUMERS = 16;

  private final BrokerProcess broker;
  private final MockProcess agencies;
  private final ActiveMQConnectionFactory connections;
  private final Connection replies;
  private final Map<Integer, Callers.Ask> callers = new HashMap<>();
  private final List<Connection> senders = new ArrayList<>();
  private final List<Question> questions;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

  private record Question(String number, String keyId, byte[] body) {}

  /**
   * Starts broker and agency.
   *
   * @param folder empty
   * @param hubData a hub's data folder, whose demo secrets are used here too
   * @param most how many questions are made beforehand; they are asked again from the first when
   *     they run out
   */
  RawSide(Path folder, Path hubData, List<String> jvm, int most)
      throws IOException, JMSException, AgencySecrets.NotYet {
    Path data = folder.resolve("data");
    DemoFolder.copy(hubData, data);
    List<Integer> ports = FreePorts.of(2);
    broker = new BrokerProcess(data, ports.get(0), jvm).start().awaitReady();
    agencies =
        new MockProcess(data, ports.get(1), ports.get(0), Map.of(), jvm).start().awaitReady();
    connections = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + ports.get(0));
    connections.setUser("hub");
    connections.setPassword(BrokerProcess.password(data, "hub"));
    questions = questions(new DemoSecrets(data).cipher(), most);
    replies = listen();
  }

  @Override
  public String name() {
    return "bare broker";
  }

  private static List<Question> questions(MessageCipher cipher, int most) {
    Identifiers identifiers = new Identifiers(Clock.systemUTC(), new SecureRandom());
    List<Question> questions = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      String number = identifiers.number();
      byte[] xml = Inquiries.about(number, Integer.toString(20_000_000 + i));
      questions.add(new Question(number, cipher.keyId("mhlw"), cipher.encrypt("mhlw", xml)));
    }
    return questions;
  }

  private Connection listen() throws JMSException {
    Connection connection = connections.createConnection();
    for (int i = 0; i < CONSUMERS; i++) {
      Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
      session
          .createConsumer(session.createQueue(ADDRESS + "reply"))
          .setMessageListener(this::replied);
    }
    connection.start();
    return connection;
  }

  private void replied(Message reply) {
    try {
      byte[] body = new byte[(int) ((BytesMessage) reply).getBodyLength()];
      ((BytesMessage) reply).readBytes(body);
      reply.acknowledge();
      CompletableFuture<Void> who = waiting.remove(reply.getJMSCorrelationID());
      if (who != null) {
        who.complete(null);
      }
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Map<String, Duration> processorTime() {
    return Map.of("broker", broker.processorTime(), "agency", agencies.processorTime());
  }

  @Override
  public Callers.Ask caller(int which) {
    return callers.computeIfAbsent(which, caller -> connect());
  }

  private Callers.Ask connect() {
    try {
      Connection connection = connections.createConnection();
      senders.add(connection);
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageProducer producer = session.createProducer(session.createQueue(ADDRESS + "inquiry"));
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      return () -> ask(session, producer);
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private void ask(Session session, MessageProducer producer) throws Exception {
    Question question = questions.get(next.getAndIncrement() % questions.size());
    CompletableFuture<Void> answered = new CompletableFuture<>();
    waiting.put(question.number(), answered);
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(question.body());
    message.setJMSCorrelationID(question.number());
    message.setStringProperty("renkeiKey", question.keyId());
    producer.send(message);
    answered.get(30, TimeUnit.SECONDS);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    senders.forEach(RawSide::close);
    close(replies);
    agencies.close();
    broker.close();
  }
}

package jp.renkei.routing;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.endtoend.FreePorts;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.springframework.test.util.ReflectionTestUtils;

/** The hub's own broker on a folder that outlives it, and its users over TCP. */
final class BrokerAtWork {

  static final List<String> USERS =
      List.of("hub", "caller-nhi", "caller-tax", "agency-mhlw", "agency-other");

  final int port = FreePorts.of(1).get(0);
  private final Path folder;
  private final long leastFree;
  private final List<Connection> connections = new ArrayList<>();
  private EmbeddedBroker broker;

  BrokerAtWork(Path folder) throws Exception {
    this(folder, 0);
  }

  /**
   * @param leastFree the free bytes of its disk below which it takes nothing
   */
  BrokerAtWork(Path folder, long leastFree) throws Exception {
    this.folder = folder;
    this.leastFree = leastFree;
    start();
  }

  void start() throws Exception {
    broker =
        new EmbeddedBroker(
            folder,
            port,
            USERS,
            BrokerAtWork::password,
            List.of("mhlw", "other"),
            List.of("nhi", "tax"),
            leastFree);
  }

  void stop() throws Exception {
    for (Connection connection : connections) {
      connection.close();
    }
    connections.clear();
    broker.stop();
  }

  static String password(String user) {
    return "secret of " + user;
  }

  /** How many messages a queue holds, those included that are being worked on or come later. */
  long waiting(String queue) {
    return waiting(broker, queue);
  }

  /** Every address that it has. */
  Set<String> addresses() {
    return server(broker).getActiveMQServer().getPostOffice().getAddresses().stream()
        .map(SimpleString::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static EmbeddedActiveMQ server(EmbeddedBroker broker) {
    return (EmbeddedActiveMQ) ReflectionTestUtils.getField(broker, EmbeddedBroker.class, "server");
  }

  static long waiting(EmbeddedBroker broker, String queue) {
    return server(broker).getActiveMQServer().locateQueue(queue).getMessageCount();
  }

  String inVm() {
    return broker.url();
  }

  Session session(String user) throws JMSException {
    return session(user, password(user));
  }

  Session session(String user, String password) throws JMSException {
    return connection(user, password).createSession(false, Session.AUTO_ACKNOWLEDGE);
  }

  /** A session that acknowledges when it is told to. */
  Session recovering(String user) throws JMSException {
    return connection(user, password(user)).createSession(false, Session.CLIENT_ACKNOWLEDGE);
  }

  /** A session whose sends are of one transaction. */
  Session transacted(String user) throws JMSException {
    return connection(user, password(user)).createSession(true, Session.SESSION_TRANSACTED);
  }

  private Connection connection(String user, String password) throws JMSException {
    Connection connection =
        new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port).createConnection(user, password);
    connections.add(connection);
    connection.start();
    return connection;
  }

  void send(Session session, String address, String text) throws JMSException {
    session.createProducer(session.createQueue(address)).send(session.createTextMessage(text));
  }

  /** What lies in a queue, taken out of it: the broker is asked, however slow it is. */
  List<Message> take(String user, String queue) throws JMSException {
    Session session = session(user);
    List<Message> messages = new ArrayList<>();
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      for (Message next = consumer.receiveNoWait(); next != null; next = consumer.receiveNoWait()) {
        messages.add(next);
      }
    }
    return messages;
  }

  /** Whether nothing comes to a queue for a moment. */
  boolean staysEmpty(String user, String queue) throws JMSException {
    Session session = session(user);
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      return consumer.receive(1_000) == null;
    }
  }

  /** Gives a context the hub's own way to this broker. */
  void joinedBy(CamelContext context) throws JMSException {
    AcknowledgeTogether together = new AcknowledgeTogether();
    context.addRoutePolicyFactory(together);
    context.addComponent(
        "jms",
        new RoutingConfiguration()
            .jms(RoutingConfiguration.connections(inVm(), password("hub")), together));
  }
}

package jp.renkei.mock;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A broker with the queues of one agency, on a folder that outlives it, and a hub's side of it. */
final class BrokerForTests {

  private static final String URL = "vm://77";

  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final Connection connection;
  private final Session session;
  private final MessageConsumer replies;
  private final JmsBody body;

  BrokerForTests(Path folder, JmsBody body) throws Exception {
    this.body = body;
    broker.setConfiguration(configuration(folder));
    broker.start();
    connection = new ActiveMQConnectionFactory(URL).createConnection();
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    replies = session.createConsumer(session.createQueue("agency.mhlw.reply"));
    connection.start();
  }

  static String url() {
    return URL;
  }

  private static Configuration configuration(Path folder) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setSecurityEnabled(false);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.addAcceptorConfiguration("vm", URL);
    for (String name : new String[] {"agency.mhlw.inquiry", "agency.mhlw.reply"}) {
      configuration.addAddressConfiguration(
          new CoreAddressConfiguration()
              .setName(name)
              .addRoutingType(RoutingType.ANYCAST)
              .addQueueConfiguration(
                  QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST)));
    }
    return configuration;
  }

  void ask(String number, String residentNumber) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.setJMSCorrelationID(number);
    body.seal(Inquiries.about(number, residentNumber), message);
    send(message);
  }

  void send(Message message) throws JMSException {
    session.createProducer(session.createQueue("agency.mhlw.inquiry")).send(message);
  }

  Session session() {
    return session;
  }

  /** The next reply, or null when none comes within the time. */
  BytesMessage reply(long millis) throws JMSException {
    return (BytesMessage) replies.receive(millis);
  }

  long waiting() {
    return broker.getActiveMQServer().locateQueue("agency.mhlw.inquiry").getMessageCount();
  }

  int consumers() {
    return broker.getActiveMQServer().locateQueue("agency.mhlw.inquiry").getConsumerCount();
  }

  void close() throws Exception {
    connection.close();
    broker.stop();
  }
}

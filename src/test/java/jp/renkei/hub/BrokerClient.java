package jp.renkei.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** One of the demo's users at the broker of the hub under test, over TCP. */
public final class BrokerClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST_MILLIS = 20_000;

  private final Connection connection;
  private final Session session;

  public BrokerClient(Path data, int port, String user) throws JMSException {
    connection =
        new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port)
            .createConnection(user, password(data, user));
    session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    connection.start();
  }

  /** A user's password in the demo's secrets. */
  public static String password(Path data, String user) {
    try {
      return JSON.readTree(Files.readAllBytes(data.resolve("demo/broker.json")))
          .get(user)
          .textValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Session session() {
    return session;
  }

  /** A bytes message. */
  public BytesMessage message(byte[] body) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body);
    return message;
  }

  /** An inquiry as it is sent by queue, its outcome wanted by the caller's own queue. */
  public BytesMessage inquiry(ObjectNode body, String key, String correlation, String caller)
      throws JMSException {
    BytesMessage message = message(body.toString().getBytes(StandardCharsets.UTF_8));
    message.setStringProperty("renkeiIdempotencyKey", key);
    message.setJMSCorrelationID(correlation);
    message.setJMSReplyTo(session.createQueue("hub.replies." + caller));
    return message;
  }

  public void send(String queue, Message message) throws JMSException {
    try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
      producer.send(message);
    }
  }

  /** The next message with that correlation, or null where none comes. */
  public Message next(String queue, String correlation) throws JMSException {
    return next(queue, correlation, LONGEST_MILLIS);
  }

  /** The next message with that correlation, or null where none comes in time. */
  public Message next(String queue, String correlation, long millis) throws JMSException {
    return receive(queue, "JMSCorrelationID = '" + correlation + "'", millis);
  }

  /** The next message that a selector chooses, or null where none comes. */
  public Message receive(String queue, String selector) throws JMSException {
    return receive(queue, selector, LONGEST_MILLIS);
  }

  private Message receive(String queue, String selector, long millis) throws JMSException {
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue), selector)) {
      return consumer.receive(millis);
    }
  }

  public static byte[] body(Message message) throws JMSException {
    return message.getBody(byte[].class);
  }

  public static JsonNode json(Message message) throws JMSException {
    try {
      return JSON.readTree(body(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }
}

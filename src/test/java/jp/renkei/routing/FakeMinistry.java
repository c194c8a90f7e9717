package jp.renkei.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import jp.renkei.message.GoldenCases;
import jp.renkei.protection.MessageCipher;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.core.env.Environment;

/** The Ministry's end of the queues, with its own password, to do with it as it likes. */
final class FakeMinistry implements AutoCloseable {

  static final String INQUIRY = "agency.mhlw.inquiry";
  static final String REPLY = "agency.mhlw.reply";
  static final String KEY = "mhlw-1";

  private final MessageCipher cipher;
  private final String password;
  private final String url;
  private Connection connection;

  /** The Ministry of a running hub, whose settings tell where it is. */
  FakeMinistry(MessageCipher cipher, Environment hub) throws IOException {
    this.cipher = cipher;
    this.url = "tcp://127.0.0.1:" + hub.getRequiredProperty("renkei.broker.port");
    Path data = Path.of(hub.getRequiredProperty("renkei.data"));
    JsonNode users = new ObjectMapper().readTree(data.resolve("demo/broker.json").toFile());
    this.password = users.get("agency-mhlw").textValue();
  }

  /** A new session, its connection started. */
  Session session() throws JMSException {
    if (connection == null) {
      connection = new ActiveMQConnectionFactory(url).createConnection("agency-mhlw", password);
      connection.start();
    }
    return connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
  }

  /** Takes the next inquiry and gives its number. */
  String takeInquiry() throws JMSException {
    try (Session session = session();
        MessageConsumer consumer = session.createConsumer(session.createQueue(INQUIRY))) {
      Message inquiry = consumer.receive(20_000);
      if (inquiry == null) {
        throw new AssertionError("no inquiry came");
      }
      return inquiry.getJMSCorrelationID();
    }
  }

  /** The right answer to an inquiry about a resident, encrypted. */
  byte[] answer(String number, String residentNumber) {
    return answer(GoldenCases.NUMBER, number, residentNumber);
  }

  private byte[] answer(String of, String instead, String residentNumber) {
    String xml =
        new String(
                GoldenCases.of("assessment.mhlw-employment", "resigned").replyXml(),
                StandardCharsets.UTF_8)
            .replace(of, instead)
            .replace("<environment>test<", "<environment>demo<")
            .replace(">12345678<", ">" + residentNumber + "<");
    return encrypted(xml);
  }

  /** Whatever the ministry says, under its key. */
  byte[] encrypted(String document) {
    return cipher.encrypt("mhlw", document.getBytes(StandardCharsets.UTF_8));
  }

  /** The right answer to an inquiry that names the ministry's receipt number only, encrypted. */
  byte[] answerByReceipt(String receipt, String residentNumber) {
    return answer(
        "<number>" + GoldenCases.NUMBER + "</number>",
        "<receiptNumber>" + receipt + "</receiptNumber>",
        residentNumber);
  }

  /** An acknowledgement: the inquiry's number and a receipt number, both as they are told. */
  static BytesMessage receipt(Session session, String number, String receipt) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.setJMSCorrelationID(number);
    message.setJMSType("receipt/1.0");
    message.setStringProperty("renkeiReceipt", receipt);
    return message;
  }

  /** A message as an honest reply is sent. */
  static BytesMessage reply(Session session, String number, byte[] body) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(body);
    message.setJMSCorrelationID(number);
    message.setJMSType("employment-insurance/1.0");
    message.setStringProperty("renkeiKey", KEY);
    return message;
  }

  static void send(Session session, Message message) throws JMSException {
    session.createProducer(session.createQueue(REPLY)).send(message);
  }

  @Override
  public void close() throws JMSException {
    if (connection != null) {
      connection.close();
    }
  }
}

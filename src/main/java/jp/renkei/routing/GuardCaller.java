package jp.renkei.routing;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import java.util.regex.Pattern;
import jp.renkei.inquiry.CallerMessage;
import jp.renkei.ledger.Identifiers;
import jp.renkei.message.TwelveDigits;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;

/**
 * The guard of the doors by queue, for inquiries and for owners' answers: takes what may be taken
 * from a JMS message and leaves the rest. Bytes messages only; the exchange keeps no header. Who
 * sent it is what the broker validated, and never what the message says of itself.
 */
public final class GuardCaller {

  /** RFC 9562, with its version and variant, and nothing beside it that could be a part of it. */
  private static final Pattern UUID =
      Pattern.compile(
          "(?i)(?<![0-9a-z])(?<![0-9]-{1,9})"
              + "[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
              + "(?![0-9a-z])(?!-+[0-9])");

  private static final Pattern VISIBLE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]*");

  private static final int MOST_BYTES = 1 << 17;
  private static final int MOST_OF_A_NAME = 128;
  private static final byte[] NOTHING = {};
  private static final String QUEUE = "queue://";

  private final boolean embedded;

  /**
   * @param embedded whether the broker is the hub's own, which stamps who sends
   */
  GuardCaller(boolean embedded) {
    this.embedded = embedded;
  }

  /** Turns the message into a {@link CallerMessage}, the exchange's new body. */
  public void guard(Exchange exchange) throws JMSException {
    Message message = exchange.getIn(JmsMessage.class).getJmsMessage();
    CallerMessage incoming = read(message, exchange.getFromRouteId());
    exchange.getIn().removeHeaders("*");
    exchange.getIn().setBody(incoming);
  }

  /**
   * @param queue the route, which is called as the queue
   */
  private CallerMessage read(Message message, String queue) throws JMSException {
    try {
      String key = text(message, MessageProperties.IDEMPOTENCY_KEY);
      String keyId = text(message, MessageProperties.KEY);
      if (!(message instanceof BytesMessage bytes)) {
        return unread(message, queue, "not a bytes message");
      }
      if (bytes.getBodyLength() > MOST_BYTES) {
        return unread(message, queue, "larger than " + MOST_BYTES + " bytes");
      }
      byte[] body = new byte[(int) bytes.getBodyLength()];
      bytes.readBytes(body);
      return incoming(message, queue, key, keyId, body, null);
    } catch (MessageFormatException | RuntimeException e) {
      // forged beneath the JMS interface; left alone it would come again for ever
      return unread(message, queue, "not a message as JMS writes them");
    }
  }

  private CallerMessage unread(Message message, String queue, String fault) throws JMSException {
    return incoming(message, queue, null, null, NOTHING, fault);
  }

  private CallerMessage incoming(
      Message message, String queue, String key, String keyId, byte[] body, String fault)
      throws JMSException {
    ClientMessage core = ((ActiveMQMessage) message).getCoreMessage();
    return new CallerMessage(
        Long.toString(core.getMessageID()),
        queue,
        sender(core),
        key,
        correlation(message),
        type(message),
        replyTo(core),
        keyId,
        body,
        fault,
        message.getIntProperty("JMSXDeliveryCount"));
  }

  private static String text(Message message, String property) throws JMSException {
    return message.getStringProperty(property);
  }

  /**
   * One that is too long, is no visible text, or may be an individual number is left out: the
   * answer then comes without. An inquiry's number and a UUID, also within a longer name such as
   * {@code ID:…}, are none, though they may have twelve digits in a row.
   */
  private static String correlation(Message message) {
    try {
      String correlation = message.getJMSCorrelationID();
      return correlation == null
              || correlation.length() > MOST_OF_A_NAME
              || !VISIBLE.matcher(correlation).matches()
              || mayBeIndividualNumber(correlation)
          ? null
          : correlation;
    } catch (JMSException | RuntimeException e) {
      return null;
    }
  }

  private static boolean mayBeIndividualNumber(String correlation) {
    return !Identifiers.isNumber(correlation)
        && TwelveDigits.in(UUID.matcher(TwelveDigits.folded(correlation)).replaceAll("|"));
  }

  /** One that is no visible text is no layout's name. */
  private static String type(Message message) {
    try {
      String type = message.getJMSType();
      return type == null || VISIBLE.matcher(type).matches() ? type : "";
    } catch (JMSException | RuntimeException e) {
      return "";
    }
  }

  /** As the message has it, a core, AMQP or STOMP client's; with or without the word queue. */
  private static String replyTo(ClientMessage message) {
    SimpleString replyTo = message.getReplyTo();
    return replyTo == null || replyTo.isEmpty()
        ? null
        : replyTo.toString().startsWith(QUEUE)
            ? replyTo.toString().substring(QUEUE.length())
            : replyTo.toString();
  }

  /** A broker elsewhere must let nobody but itself say it: docs/queues.md. */
  private String sender(ClientMessage message) {
    return embedded ? StampSender.sender(message) : message.getValidatedUserID();
  }
}

package jp.renkei.routing;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jp.renkei.inquiry.IncomingReceipt;
import jp.renkei.inquiry.IncomingReply;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;

/**
 * The guard at the edge: takes what may be taken from a JMS message and leaves the rest. Bytes
 * messages only; any other is named and held without being opened, because opening an object
 * message would run what its sender put in (CVE-2026-43866). The exchange keeps no header.
 *
 * <p>A message of type {@code receipt/1.0} acknowledges an inquiry: its correlation names the
 * inquiry, the property {@code renkeiReceipt} is the agency's receipt number, and its body is not
 * looked at.
 */
public final class GuardReply {

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_OF_A_RECEIPT = 200;
  private static final byte[] NOTHING = {};

  /**
   * Turns the message into an {@link IncomingReply} or an {@link IncomingReceipt}, the exchange's
   * new body.
   */
  public void guard(Exchange exchange) throws JMSException {
    Message message = exchange.getIn(JmsMessage.class).getJmsMessage();
    String agency = exchange.getProperty("agency", String.class);
    Object incoming = read(message, agency);
    exchange.getIn().removeHeaders("*");
    exchange.getIn().setBody(incoming);
  }

  private static Object read(Message message, String agency) throws JMSException {
    String number = message.getJMSCorrelationID();
    String keyId = null;
    try {
      keyId = message.getStringProperty(MessageProperties.KEY);
      if (!(message instanceof BytesMessage bytes)) {
        return unread(agency, number, keyId, "not a JMS bytes message");
      }
      if (isReceipt(message)) {
        return new IncomingReceipt(agency, number, receipt(message));
      }
      if (bytes.getBodyLength() > MOST_BYTES) {
        return unread(agency, number, keyId, "larger than " + MOST_BYTES + " bytes");
      }
      byte[] body = new byte[(int) bytes.getBodyLength()];
      bytes.readBytes(body);
      return new IncomingReply(agency, number, keyId, body, null);
    } catch (MessageFormatException | RuntimeException e) {
      // forged beneath the JMS interface; left alone it would come again for ever
      return unread(agency, number, keyId, "not a message as JMS writes them");
    }
  }

  /** What is too long for any receipt number is none: it is named, and not kept whole. */
  private static String receipt(Message message) throws JMSException {
    String told = message.getStringProperty(MessageProperties.RECEIPT);
    return told == null || told.length() <= MOST_OF_A_RECEIPT ? told : "";
  }

  private static boolean isReceipt(Message message) throws JMSException {
    try {
      return MessageProperties.RECEIPT_TYPE.equals(message.getJMSType());
    } catch (RuntimeException e) {
      // a type that is no text; of replies nobody asks for it
      return false;
    }
  }

  private static IncomingReply unread(String agency, String number, String keyId, String fault) {
    return new IncomingReply(agency, number, keyId, NOTHING, fault);
  }
}

package jp.renkei.mock;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.MessageCipher.NotDecipherable;

/** The body of a message as it lies in the broker: encrypted, where the agency can. */
final class JmsBody {

  private static final String KEY = "renkeiKey";

  private final String agency;
  private final MessageCipher cipher;

  /**
   * @param cipher or null where bodies are in clear
   */
  JmsBody(String agency, MessageCipher cipher) {
    this.agency = agency;
    this.cipher = cipher;
  }

  byte[] open(BytesMessage message) throws JMSException, NotDecipherable {
    byte[] bytes = new byte[Math.toIntExact(message.getBodyLength())];
    message.readBytes(bytes);
    return cipher == null ? bytes : cipher.decrypt(agency, message.getStringProperty(KEY), bytes);
  }

  void seal(byte[] content, BytesMessage message) throws JMSException {
    if (cipher == null) {
      message.writeBytes(content);
    } else {
      byte[] body = cipher.encrypt(agency, content);
      message.setStringProperty(KEY, cipher.keyIdOf(body));
      message.writeBytes(body);
    }
  }
}

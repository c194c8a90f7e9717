package jp.renkei.routing;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;

/**
 * Messages that the JMS interface cannot write, and the broker's own protocol can: each with the
 * fault that it is held for, or null where it reads like any other.
 */
enum Malformed {
  MAP_OF_GARBAGE(Message.MAP_TYPE, 40, "not a JMS bytes message"),
  TEXT_OF_GARBAGE(Message.TEXT_TYPE, 40, "not a JMS bytes message"),
  LARGE_TEXT_OF_GARBAGE(Message.TEXT_TYPE, 16 << 20, "not a JMS bytes message"),
  OF_NO_KNOWN_TYPE((byte) 99, 40, "not a JMS bytes message"),
  STREAM_OF_GARBAGE(Message.STREAM_TYPE, 40, "not a JMS bytes message"),
  OBJECT_OF_GARBAGE(Message.OBJECT_TYPE, 40, "not a JMS bytes message"),
  KEY_OF_BYTES(Message.BYTES_TYPE, 40, "not a message as JMS writes them") {
    @Override
    void mark(ClientMessage message) {
      message.putBytesProperty("renkeiKey", new byte[] {1});
    }
  },
  KEY_OF_A_NUMBER(Message.BYTES_TYPE, 40, null) {
    @Override
    void mark(ClientMessage message) {
      message.putIntProperty("renkeiKey", 1);
    }
  },
  CORRELATION_OF_BYTES(Message.BYTES_TYPE, 40, null) {
    @Override
    void mark(ClientMessage message) {
      message.putBytesProperty("JMSCorrelationID", new byte[] {(byte) 0xff, 0});
    }
  },
  CORRELATION_OF_A_NUMBER(Message.BYTES_TYPE, 40, null) {
    @Override
    void mark(ClientMessage message) {
      message.putLongProperty("JMSCorrelationID", 1);
    }
  },
  TYPE_OF_BYTES(Message.BYTES_TYPE, 40, null) {
    @Override
    void mark(ClientMessage message) {
      message.putBytesProperty("JMSType", new byte[] {(byte) 0xff});
    }
  },
  RECEIPT_OF_BYTES(Message.BYTES_TYPE, 40, "not a message as JMS writes them") {
    @Override
    void mark(ClientMessage message) {
      message.putStringProperty("JMSType", "receipt/1.0");
      message.putBytesProperty("renkeiReceipt", new byte[] {1});
    }
  },
  REPLY_TO_NOWHERE(Message.BYTES_TYPE, 40, null) {
    @Override
    void mark(ClientMessage message) {
      message.putStringProperty("JMSReplyTo", "nowhere://%%%");
    }
  };

  private final byte type;
  private final int length;
  private final String fault;

  Malformed(byte type, int length, String fault) {
    this.type = type;
    this.length = length;
    this.fault = fault;
  }

  void mark(ClientMessage message) {
    // the body is enough
  }

  String fault() {
    return fault;
  }

  void send(String url, String password) throws Exception {
    CoreMessage.send(url, password, type, length, this::mark);
  }
}

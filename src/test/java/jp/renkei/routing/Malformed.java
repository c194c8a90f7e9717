package jp.renkei.routing;

import java.util.Arrays;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/**
 * Messages that the JMS interface cannot write, and the broker's own protocol can: each with the
 * fault that it is held for, or null where it reads like any other.
 */
enum Malformed {
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
  REPLY_TO_NOWHERE(Message.BYTES_TYPE, 40, null) {
    @Override
    void mark(ClientMessage message) {
      message.putStringProperty("JMSReplyTo", "nowhere://%%%");
    }
  },
  SAID_TO_BE_LARGE_AND_COMPRESSED(Message.BYTES_TYPE, 300_000, "not a message as JMS writes them") {
    @Override
    void mark(ClientMessage message) {
      message.putBooleanProperty(Message.HDR_LARGE_COMPRESSED, true);
      message.putLongProperty(Message.HDR_LARGE_BODY_SIZE, 12);
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
    try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
        ClientSessionFactory factory = locator.createSessionFactory();
        ClientSession session =
            factory.createSession("agency-mhlw", password, false, true, true, false, 0)) {
      ClientMessage message = session.createMessage(type, true);
      byte[] garbage = new byte[length];
      Arrays.fill(garbage, (byte) 0xee);
      message.getBodyBuffer().writeBytes(garbage);
      mark(message);
      session.createProducer("agency.mhlw.reply").send(message);
    }
  }
}

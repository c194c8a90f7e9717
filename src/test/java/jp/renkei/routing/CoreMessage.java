package jp.renkei.routing;

import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/** Sends what the JMS interface cannot write, and the broker's own protocol can. */
final class CoreMessage {

  private CoreMessage() {}

  /** Sends a body of garbage to the Ministry's reply queue, marked as the caller likes. */
  static void send(String url, String password, byte type, int length, Consumer<ClientMessage> mark)
      throws Exception {
    try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
        ClientSessionFactory factory = locator.createSessionFactory();
        ClientSession session =
            factory.createSession("agency-mhlw", password, false, true, true, false, 0)) {
      ClientMessage message = session.createMessage(type, true);
      byte[] garbage = new byte[length];
      Arrays.fill(garbage, (byte) 0xee);
      message.getBodyBuffer().writeBytes(garbage);
      mark.accept(message);
      session.createProducer("agency.mhlw.reply").send(message);
    }
  }
}

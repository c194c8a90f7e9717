package jp.renkei.routing;

import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.MessagePacketI;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveLargeMessage;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Lets the JMS client see every message but a bytes message as one without a body. The client opens
 * maps, texts and objects while it receives them, and where it fails it neither hands the message
 * over nor counts the delivery: one that is made up would come again at once and for ever, and no
 * other reply would get past it.
 */
public final class OnlyBytes implements Interceptor {

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    if (packet instanceof MessagePacketI received) {
      close(received.getMessage());
    } else if (packet instanceof SessionReceiveLargeMessage received) {
      close(received.getLargeMessage());
    }
    return true;
  }

  private static void close(Message message) {
    if (message.toCore().getType() != Message.BYTES_TYPE) {
      message.toCore().setType(Message.DEFAULT_TYPE);
    }
  }
}

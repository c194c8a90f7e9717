package jp.renkei.routing;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Lets nobody tell the broker to connect to another one. It would do so before any login, and hand
 * that one's messages to its own consumers as if an agency had sent them (CVE-2026-27446). Whoever
 * tries loses the connection.
 */
public final class RefuseFederation implements Interceptor {

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) throws ActiveMQException {
    if (packet.getType() == PacketImpl.FEDERATION_DOWNSTREAM_CONNECT) {
      connection.destroy();
      return false;
    }
    return true;
  }
}

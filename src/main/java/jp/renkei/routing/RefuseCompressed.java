package jp.renkei.routing;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQIllegalStateException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Takes no message that is compressed by the client's own means, or says so. One that only says so
 * breaks the connection of whoever receives it, before anything of ours can name it; and what is
 * encrypted gains nothing by compression.
 */
final class RefuseCompressed implements ActiveMQServerMessagePlugin {

  @Override
  public void beforeSend(
      ServerSession session,
      Transaction transaction,
      Message message,
      boolean direct,
      boolean noAutoCreateQueue)
      throws ActiveMQException {
    if (message.containsProperty(Message.HDR_LARGE_COMPRESSED)) {
      throw new ActiveMQIllegalStateException("Compressed messages are not taken");
    }
  }
}

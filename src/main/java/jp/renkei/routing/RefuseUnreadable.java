package jp.renkei.routing;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQIllegalStateException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Takes no AMQP message that the hub's client could not be handed. The broker turns it into a core
 * message only when it delivers it; where that fails it removes the consumer, who comes back and
 * fails again, for ever: nine bytes of garbage would close a queue to everybody. What is larger
 * than a large message (100 KB) cannot be looked at here, and comes as a core message or not at
 * all.
 */
final class RefuseUnreadable implements ActiveMQServerMessagePlugin {

  private static final int MARGIN = 1_000;

  @Override
  public void beforeSend(
      ServerSession session,
      Transaction transaction,
      Message message,
      boolean direct,
      boolean noAutoCreateQueue)
      throws ActiveMQException {
    if (message instanceof ICoreMessage) {
      return;
    }
    if (message.isLargeMessage()) {
      throw new ActiveMQIllegalStateException("Large messages are not taken by this protocol");
    }
    try {
      read(message, MARGIN);
    } catch (RuntimeException | StackOverflowError unreadable) {
      // the broker lets pass what a plugin throws, unless it is its own exception
      throw new ActiveMQIllegalStateException("What is no message is not taken");
    }
  }

  /**
   * Reads it on less stack than whoever delivers it will have: what is nested just too deeply would
   * pass here and fail there.
   */
  private static void read(Message message, int deeper) {
    if (deeper == 0) {
      message.toCore();
    } else {
      read(message, deeper - 1);
    }
  }
}

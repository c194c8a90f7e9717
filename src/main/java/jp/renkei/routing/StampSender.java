package jp.renkei.routing;

import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQIllegalStateException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Writes onto every inquiry and every owner's answer who sent it, as the broker validated the
 * session. The broker's own way ({@code _AMQ_VALIDATED_USER}) leaves out AMQP, where a client may
 * write that property itself.
 *
 * <p>Takes no message of an unknown user, none under a queue's full name ({@code address::queue}),
 * which goes past the address, and nothing with a duplicate id where many send: the broker drops
 * what comes second under one, whoever sent the first, so that a caller could make another's
 * messages vanish. An inquiry that comes twice is known by its idempotency key, an answer by its
 * content.
 */
final class StampSender implements ActiveMQServerMessagePlugin {

  private static final byte ORDINARY = 4;

  private static final SimpleString STAMP = SimpleString.of("_RENKEI_SENDER");
  private static final String FULL_NAME = "::";

  @Override
  public void beforeSend(
      ServerSession session,
      Transaction transaction,
      Message message,
      boolean direct,
      boolean noAutoCreateQueue)
      throws ActiveMQException {
    String user = session.getValidatedUser();
    refuseIf(user == null || user.isEmpty(), "Nobody's messages are not taken");
    String address = message.getAddress();
    // the broker would add the session's first address, but only after this
    refuseIf(address == null, "A message without an address is not taken");
    refuseIf(address.contains(FULL_NAME), "Queues have no messages of their own");
    if (EmbeddedBroker.DOORS.contains(address)) {
      refuseIf(
          message.getDuplicateProperty() != null,
          "Inquiries have an idempotency key, answers their content, and neither a duplicate id");
      refuseIf(
          message.containsProperty(STAMP) || message.getExtraBytesProperty(STAMP) != null,
          "Who sends a message is what the broker says");
      // one order for all: nobody overtakes, and the broker keeps no groups
      refuseIf(message.getGroupID() != null, "Inquiries and answers have no group");
      message.setPriority(ORDINARY);
      message.putExtraBytesProperty(STAMP, user.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void refuseIf(boolean wrong, String why) throws ActiveMQException {
    if (wrong) {
      throw new ActiveMQIllegalStateException(why);
    }
  }

  /** Who sent a message, or null where it has no stamp. */
  static String sender(Message message) {
    return message.getObjectProperty(STAMP) instanceof byte[] stamp
        ? new String(stamp, StandardCharsets.UTF_8)
        : null;
  }
}

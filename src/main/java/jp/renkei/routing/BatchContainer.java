package jp.renkei.routing;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.springframework.transaction.TransactionStatus;

/**
 * Lets a consumer have several messages on their way at once and acknowledges them together, when
 * what became of each is durable: the ledger commits many with one write, and the broker forgets
 * them with one. None waits for another: it goes down its route as soon as it is received, and only
 * its acknowledgement waits.
 *
 * <p>One that fails takes no other with it: of a batch it alone goes back to the broker and comes
 * again after its delay. What the consumer has fetched beyond the batch waits a moment with it, and
 * is not counted. JMS knows no acknowledgement of some of the messages that a session has received;
 * Artemis beneath it does, so that the session's mode is its own, {@code INDIVIDUAL_ACKNOWLEDGE}.
 */
final class BatchContainer extends DefaultJmsMessageListenerContainer {

  /** So many of a consumer are on their way at once; of large ones, one. */
  static final int MOST = 32;

  /**
   * How long one looks out for the next before it looks whether those before it have ended, in
   * milliseconds. A message that comes is not kept waiting by it; looking in vain asks the broker.
   */
  private static final long LOOK = 50;

  private final AcknowledgeTogether together;

  /** A message on its way. */
  private record OnItsWay(Message message, CompletableFuture<Void> ends) {

    /** What it failed with, or null; waits for its end. */
    Throwable failure() {
      try {
        ends.get();
        return null;
      } catch (ExecutionException e) {
        return e.getCause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return e;
      }
    }

    ClientMessage core() {
      return ((ActiveMQMessage) message).getCoreMessage();
    }
  }

  BatchContainer(JmsEndpoint endpoint, AcknowledgeTogether together) {
    super(endpoint);
    this.together = together;
  }

  /** The base class would acknowledge each message after its listener has returned. */
  @Override
  protected boolean doReceiveAndExecute(
      Object invoker, Session session, MessageConsumer consumer, TransactionStatus status)
      throws JMSException {
    Message message = receiveMessage(consumer);
    if (message == null) {
      noMessageReceived(invoker, session);
      return false;
    }
    messageReceived(invoker, session);
    List<OnItsWay> begun = new ArrayList<>();
    try {
      do {
        OnItsWay last = begin(session, message);
        begun.add(last);
        boolean full = begun.size() == MOST || last.core().isLargeMessage();
        message = full ? null : next(consumer, begun);
      } while (message != null);
    } finally {
      // also where the broker is gone: who gets them next must not meet them on their way
      end((ActiveMQSession) session, begun);
    }
    return true;
  }

  private OnItsWay begin(Session session, Message message) {
    return new OnItsWay(message, together.begin(message, () -> invokeListener(session, message)));
  }

  /** The next one, or null where all have ended before it came. */
  private Message next(MessageConsumer consumer, List<OnItsWay> begun) throws JMSException {
    Message next = null;
    while (next == null && isRunning() && !begun.stream().allMatch(each -> each.ends().isDone())) {
      next = receiveFromConsumer(consumer, LOOK);
    }
    return next;
  }

  private void end(ActiveMQSession session, List<OnItsWay> begun) throws JMSException {
    List<OnItsWay> taken = new ArrayList<>();
    List<OnItsWay> failed = new ArrayList<>();
    for (OnItsWay each : begun) {
      Throwable failure = each.failure();
      if (failure == null) {
        taken.add(each);
      } else {
        failed.add(each);
        handleListenerException(failure);
      }
    }
    try {
      end(session.getCoreSession(), taken, failed);
    } catch (ActiveMQException e) {
      JMSException told = new JMSException("The broker did not take an acknowledgement");
      told.initCause(e);
      throw told;
    }
  }

  /** What has failed is acknowledged to be rolled back: that is what counts and delays it. */
  private static void end(ClientSession session, List<OnItsWay> taken, List<OnItsWay> failed)
      throws ActiveMQException {
    if (failed.isEmpty()) {
      acknowledge(taken);
      session.commit(false);
      return;
    }
    for (OnItsWay each : taken) {
      each.core().individualAcknowledge();
    }
    // waited for, as is every commit before it: a rollback would take their answers for its own
    session.commit(true);
    for (OnItsWay each : failed) {
      each.core().individualAcknowledge();
    }
    session.rollback(false);
  }

  /** In the order in which they came: mostly that is told to the broker as one. */
  private static void acknowledge(List<OnItsWay> taken) throws ActiveMQException {
    for (OnItsWay each : taken) {
      each.core().acknowledge();
    }
  }
}

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
 * <p>One that fails takes no other with it: it alone goes back to the broker and comes again after
 * its delay. JMS knows no acknowledgement of some of the messages that a session has received;
 * Artemis beneath it does, so that the session's mode is its own, {@code INDIVIDUAL_ACKNOWLEDGE}.
 */
final class BatchContainer extends DefaultJmsMessageListenerContainer {

  /** So many of a consumer are on their way at once. */
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
    do {
      begun.add(begin(session, message));
      message = begun.size() < MOST ? next(consumer, begun) : null;
    } while (message != null);
    end((ActiveMQSession) session, begun);
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
      // with all that came before it
      taken.get(taken.size() - 1).core().acknowledge();
      session.commit(false);
      return;
    }
    if (!taken.isEmpty()) {
      for (OnItsWay each : taken) {
        each.core().individualAcknowledge();
      }
      session.commit(false);
    }
    for (OnItsWay each : failed) {
      each.core().individualAcknowledge();
    }
    session.rollback(false);
  }
}

package jp.renkei.routing;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.springframework.transaction.TransactionStatus;

/**
 * Lets a consumer have several messages on their way at once and acknowledges them together, when
 * what became of each is durable: the ledger commits many with one write, and the broker forgets
 * them with one. None waits for another: it goes down its route as soon as it is received, and only
 * its acknowledgement waits.
 *
 * <p>If one of them fails, all come again after the broker's delay. For those that did not fail
 * that changes nothing, as after a crash; what comes again goes alone, so that one that fails again
 * takes no other with it.
 */
final class BatchContainer extends DefaultJmsMessageListenerContainer {

  /** So many wait for one acknowledgement. */
  private static final int MOST = 32;

  /**
   * How long one looks out for the next before it looks whether those before it have ended, in
   * milliseconds; 0 would be for ever.
   */
  private static final long LOOK = 5;

  private final AcknowledgeTogether together;

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
    List<CompletableFuture<Void>> begun = new ArrayList<>();
    Message last = message;
    boolean full = false;
    while (!full && (message != null || !ended(begun))) {
      if (message != null) {
        last = message;
        begun.add(begin(session, message));
        full = begun.size() == MOST || message.getJMSRedelivered() || !isRunning();
      }
      message = full ? null : receiveFromConsumer(consumer, LOOK);
    }
    Throwable failure = failure(begun);
    if (failure == null) {
      commitIfNecessary(session, last);
    } else {
      rollbackOnExceptionIfNecessary(session, failure);
    }
    return true;
  }

  private CompletableFuture<Void> begin(Session session, Message message) {
    CompletableFuture<Void> ends = together.begin(message);
    try {
      invokeListener(session, message);
    } catch (JMSException | RuntimeException e) {
      together.failed(message, ends, e);
      handleListenerException(e);
    }
    return ends;
  }

  private static boolean ended(List<CompletableFuture<Void>> begun) {
    return begun.stream().allMatch(CompletableFuture::isDone);
  }

  /** What one of them failed with, when all have ended; null if none has. */
  private static Throwable failure(List<CompletableFuture<Void>> begun) {
    try {
      CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    }
  }
}

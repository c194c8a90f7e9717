package jp.renkei.routing;

import jakarta.jms.BytesMessage;
import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * S1: sends to one queue, one message after the other on one long-lived session, without waiting
 * for the broker's answer to each (JMS 2 asynchronous send). The duplicate id lets the broker drop
 * what a crash makes us send again. A fault closes the connection; the next message opens a new
 * one.
 */
final class JmsSender implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(JmsSender.class);

  /**
   * How long a broker that takes no connection is left alone: asking takes seconds, and whoever
   * waits behind it would lose his claim instead of being postponed.
   */
  private static final Duration REST = Duration.ofSeconds(1);

  private final ConnectionFactory connections;
  private final String address;
  private final Clock clock;
  private final Set<CompletableFuture<Void>> unconfirmed = ConcurrentHashMap.newKeySet();
  private Instant restsUntil = Instant.MIN;
  private volatile Connection connection;
  private Session session;
  private MessageProducer producer;

  JmsSender(ConnectionFactory connections, String address, Clock clock) {
    this.connections = connections;
    this.address = address;
    this.clock = clock;
  }

  /**
   * Sends.
   *
   * @return completes when the broker has the message on its disk
   */
  synchronized CompletableFuture<Void> send(Outgoing outgoing) {
    CompletableFuture<Void> confirmed = new CompletableFuture<>();
    unconfirmed.add(confirmed);
    confirmed.whenComplete((nothing, fault) -> unconfirmed.remove(confirmed));
    try {
      open();
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(outgoing.body());
      message.setJMSCorrelationID(outgoing.correlation());
      message.setJMSType(outgoing.type());
      message.setStringProperty(MessageProperties.DUPLICATE_ID, outgoing.duplicateId());
      if (outgoing.keyId() != null) {
        message.setStringProperty(MessageProperties.KEY, outgoing.keyId());
      }
      if (outgoing.reason() != null) {
        message.setStringProperty(MessageProperties.REASON, outgoing.reason());
      }
      producer.send(
          message,
          DeliveryMode.PERSISTENT,
          Message.DEFAULT_PRIORITY,
          timeToLive(outgoing.expires()),
          told(confirmed));
    } catch (JMSException | RuntimeException e) {
      confirmed.completeExceptionally(e);
      close();
    }
    return confirmed;
  }

  /** In milliseconds, at least one; zero is for ever. */
  private long timeToLive(Instant expires) {
    return expires == null ? 0 : Math.max(1, Duration.between(clock.instant(), expires).toMillis());
  }

  private void open() throws JMSException {
    if (producer != null) {
      return;
    }
    if (clock.instant().isBefore(restsUntil)) {
      throw new JMSException("The broker took no connection a moment ago");
    }
    try {
      Connection opened = connections.createConnection();
      connection = opened;
      connection.setExceptionListener(fault -> lost(opened));
      session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      producer = session.createProducer(session.createQueue(address));
      connection.start();
    } catch (JMSException | RuntimeException e) {
      restsUntil = clock.instant().plus(REST);
      throw e;
    }
  }

  private synchronized void forget(Connection closed) {
    if (closed == connection) {
      connection = null;
      session = null;
      producer = null;
    }
  }

  private CompletionListener told(CompletableFuture<Void> confirmed) {
    return new CompletionListener() {
      @Override
      public void onCompletion(Message message) {
        confirmed.complete(null);
      }

      @Override
      public void onException(Message message, Exception fault) {
        confirmed.completeExceptionally(fault);
      }
    };
  }

  /** A connection may be told lost after the next one is open. */
  private void lost(Connection which) {
    if (which == connection) {
      close();
    }
  }

  /**
   * Closes the connection. Nobody else would tell those who wait for a confirmation: the client
   * forgets some of them when it loses the broker. The connection is closed without the lock,
   * because that ends a sending that has it and waits for a broker whose disk is full.
   */
  @Override
  public void close() {
    Connection closing = connection;
    if (closing != null) {
      try {
        closing.close();
      } catch (JMSException e) {
        log.debug("A connection for {} did not close cleanly", address, e);
      }
    }
    forget(closing);
    List.copyOf(unconfirmed)
        .forEach(
            waiting ->
                waiting.completeExceptionally(
                    new JMSException("The connection was closed before the broker confirmed")));
  }
}

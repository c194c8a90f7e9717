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
import jp.renkei.ledger.SendWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * S1: sends an agency's messages one after the other on one long-lived session, without waiting for
 * the broker's answer to each (JMS 2 asynchronous send). The duplicate id lets the broker drop what
 * a crash makes us send again. A fault closes the connection; the next message opens a new one.
 */
final class JmsSender implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(JmsSender.class);

  /** How long a message outlives its deadline in the agency's queue; the ledger decides expiry. */
  private static final Duration AFTER_DEADLINE = Duration.ofDays(1);

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
  private Connection connection;
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
   * @param type the message kind and its layout version
   * @param keyId the key id of a JWE, or null
   * @return completes when the broker has the message on its disk
   */
  synchronized CompletableFuture<Void> send(SendWork work, String type, String keyId) {
    CompletableFuture<Void> confirmed = new CompletableFuture<>();
    unconfirmed.add(confirmed);
    confirmed.whenComplete((nothing, fault) -> unconfirmed.remove(confirmed));
    try {
      open();
      BytesMessage message = session.createBytesMessage();
      message.writeBytes(work.message());
      message.setJMSCorrelationID(work.number());
      message.setJMSType(type);
      message.setStringProperty(
          MessageProperties.DUPLICATE_ID, work.number() + "/" + work.attempt());
      if (keyId != null) {
        message.setStringProperty(MessageProperties.KEY, keyId);
      }
      long timeToLive =
          Duration.between(clock.instant(), work.deadline().plus(AFTER_DEADLINE)).toMillis();
      producer.send(
          message, DeliveryMode.PERSISTENT, Message.DEFAULT_PRIORITY, timeToLive, told(confirmed));
    } catch (JMSException | RuntimeException e) {
      confirmed.completeExceptionally(e);
      close();
    }
    return confirmed;
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
  private synchronized void lost(Connection which) {
    if (which == connection) {
      close();
    }
  }

  /**
   * Closes the connection. Nobody else would tell those who wait for a confirmation: the client
   * forgets some of them when it loses the broker.
   */
  @Override
  public synchronized void close() {
    Connection closing = connection;
    connection = null;
    session = null;
    producer = null;
    if (closing != null) {
      try {
        closing.close();
      } catch (JMSException e) {
        log.debug("A connection for {} did not close cleanly", address, e);
      }
    }
    List.copyOf(unconfirmed)
        .forEach(
            waiting ->
                waiting.completeExceptionally(
                    new JMSException("The connection was closed before the broker confirmed")));
  }
}

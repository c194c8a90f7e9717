package jp.renkei.mock;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import jp.renkei.protection.MessageCipher.NotDecipherable;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session of an agency: a thread that receives, sends what is due and acknowledges what is
 * answered. Messages are acknowledged one by one, so that a reply that waits holds up no other.
 */
final class JmsSession implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(JmsSession.class);
  private static final long IDLE_MS = 500;
  private static final long BUSY_MS = 10;

  private final Session session;
  private final MessageConsumer inquiries;
  private final MessageProducer replies;
  private final JmsBody body;
  private final Desk desk;
  private final Shuffle<JmsReply> shuffle;
  private final Consumer<Exception> failed;
  private final PriorityQueue<JmsReply> waiting =
      new PriorityQueue<>(Comparator.comparingLong(JmsReply::due));
  private final Queue<Message> answered = new ConcurrentLinkedQueue<>();
  private int unacknowledged;

  /**
   * @param failed told when the connection is of no more use
   */
  JmsSession(
      Connection connection,
      String agency,
      JmsBody body,
      Desk desk,
      Shuffle<JmsReply> shuffle,
      Consumer<Exception> failed)
      throws JMSException {
    this.session = connection.createSession(false, ActiveMQJMSConstants.INDIVIDUAL_ACKNOWLEDGE);
    this.inquiries = session.createConsumer(session.createQueue("agency." + agency + ".inquiry"));
    this.replies = session.createProducer(session.createQueue("agency." + agency + ".reply"));
    this.body = body;
    this.desk = desk;
    this.shuffle = shuffle;
    this.failed = failed;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        acknowledgeAnswered();
        sendDue();
        Message message = inquiries.receive(pause());
        if (message != null) {
          take(message);
        }
      }
    } catch (JMSException | RuntimeException e) {
      failed.accept(e);
    }
  }

  private void acknowledgeAnswered() throws JMSException {
    for (Message message = answered.poll(); message != null; message = answered.poll()) {
      message.acknowledge();
      unacknowledged--;
    }
  }

  private void sendDue() throws JMSException {
    while (!waiting.isEmpty() && waiting.peek().isDue()) {
      mix(waiting.poll());
    }
    send(shuffle.overdue(desk.faults().seed()));
  }

  private long pause() {
    long untilDue = waiting.isEmpty() ? IDLE_MS : waiting.peek().millisLeft();
    return Math.max(1, Math.min(untilDue, unacknowledged == 0 ? IDLE_MS : BUSY_MS));
  }

  private void take(Message message) throws JMSException {
    unacknowledged++;
    List<Outgoing> outgoing = answerTo(message);
    if (outgoing.isEmpty()) {
      answered.add(message);
      return;
    }
    JmsArrival arrival = new JmsArrival(message, outgoing.size(), answered, failed);
    for (Outgoing reply : outgoing) {
      waiting.add(JmsReply.of(reply, arrival));
    }
    sendDue();
  }

  private List<Outgoing> answerTo(Message message) throws JMSException {
    try {
      if (message instanceof BytesMessage bytes) {
        return desk.answer(message.getJMSCorrelationID(), body.open(bytes));
      }
      LOG.warn("ignores a message that is not of bytes");
    } catch (NotDecipherable e) {
      LOG.warn("ignores a message that cannot be decrypted: {}", e.getMessage());
    }
    return List.of();
  }

  private void mix(JmsReply reply) throws JMSException {
    Faults faults = desk.faults();
    send(shuffle.pass(reply, faults.shuffle(), faults.seed()));
  }

  private void send(List<JmsReply> due) throws JMSException {
    for (JmsReply reply : due) {
      BytesMessage message = session.createBytesMessage();
      message.setJMSCorrelationID(reply.outgoing().number());
      if (reply.outgoing().receipt() == null) {
        message.setJMSType(reply.outgoing().type());
        body.seal(reply.outgoing().content(), message);
      } else {
        message.setJMSType("receipt/1.0");
        message.setStringProperty("renkeiReceipt", reply.outgoing().receipt());
      }
      replies.send(message, reply.arrival());
    }
  }
}

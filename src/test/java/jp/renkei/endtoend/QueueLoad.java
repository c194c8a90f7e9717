package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import jp.renkei.hub.BrokerClient;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;

/**
 * An upstream system that speaks by queue only, across all crashes of its hub: it sends each
 * inquiry until the broker has it, and reads what its queue tells.
 */
final class QueueLoad implements AutoCloseable {

  private static final String USER = "caller-nhi";
  private static final String REPLIES = "hub.replies.nhi";
  private static final long PAUSE_MILLIS = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final Path data;
  private final int port;
  private final Map<String, String> numbers = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> outcomes = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> bodies = new ConcurrentHashMap<>();
  private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> ends = new ConcurrentHashMap<>();
  private final Set<String> faults = ConcurrentHashMap.newKeySet();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  QueueLoad(Path data, int port) {
    this.data = data;
    this.port = port;
    thread("queue-reader", this::read);
  }

  /** Begins to send so many, about other residents each, under keys that begin with a name. */
  void start(ObjectNode example, String name, int count) {
    start(name, count, number -> inquiry(example, number));
  }

  /**
   * Begins to send so many.
   *
   * @param questions the body of each inquiry, by its number from 0; the same number, the same body
   */
  void start(String name, int count, IntFunction<ObjectNode> questions) {
    thread(
        "queue-sender-" + name,
        () -> {
          for (int i = 0; i < count && !closed; ) {
            i = send(questions, name, i, count);
          }
        });
  }

  private ObjectNode inquiry(ObjectNode example, int number) {
    ObjectNode body = json.createObjectNode().put("flow", Rig.FLOW);
    body.set("payload", example.deepCopy().put("residentNumber", "" + (30_000_000 + number)));
    return body;
  }

  /** Sends on from a number as far as it gets; the broker may go away at any of them. */
  private int send(IntFunction<ObjectNode> questions, String name, int from, int count) {
    int next = from;
    try (Connection connection = connection()) {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageProducer producer = session.createProducer(session.createQueue("hub.inquiries"));
      for (; next < count && !closed; next++) {
        String key = name + "-" + next;
        ObjectNode body = questions.apply(next);
        bodies.put(key, body);
        BytesMessage message = session.createBytesMessage();
        String text = body.deepCopy().put("key", key).toString();
        message.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        message.setJMSCorrelationID(key);
        message.setJMSReplyTo(session.createQueue(REPLIES));
        producer.send(message);
        sent.add(key);
      }
    } catch (JMSException e) {
      pause();
    }
    return next;
  }

  private void read() {
    while (!closed) {
      try (Connection connection = connection()) {
        connection.start();
        Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createQueue(REPLIES));
        while (!closed) {
          Message message = consumer.receive(PAUSE_MILLIS);
          if (message != null) {
            take(message);
            message.acknowledge();
          }
        }
      } catch (JMSException e) {
        pause();
      } catch (IOException e) {
        faults.add(e.toString());
      }
    }
  }

  /** A message that was read and not acknowledged comes again, under the same message id. */
  private void take(Message message) throws JMSException, IOException {
    JsonNode told = json.readTree(message.getBody(byte[].class));
    String correlation = message.getJMSCorrelationID();
    if (told.has("code")) {
      faults.add(correlation + " was refused: " + told);
    } else if ("acceptance/1.0".equals(message.getJMSType())) {
      String number = told.get("number").textValue();
      String id = told.get("id").textValue();
      accepted.put(correlation, new Accepted(correlation, bodies.get(correlation), id, number));
      String before = numbers.put(correlation, number);
      if (before != null && !before.equals(number)) {
        faults.add(correlation + " has two numbers");
      }
    } else {
      ends.put(correlation, told);
      outcomes
          .computeIfAbsent(correlation, number -> ConcurrentHashMap.newKeySet())
          .add(message.getJMSMessageID());
    }
  }

  /** Waits until all that was sent is accepted and has its outcome. */
  void awaitTold(int count, Duration within) {
    Awaitility.await()
        .atMost(within)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                sent.size() >= count
                    && numbers.keySet().containsAll(sent)
                    && outcomes.keySet().containsAll(numbers.values()));
  }

  /** What was accepted so far. */
  Collection<Accepted> accepted() {
    return accepted.values();
  }

  /** What the queue told of an inquiry's end, by its number. */
  JsonNode end(String number) {
    return ends.get(number);
  }

  /** What is wrong by now: a refusal, an outcome that came twice, or one that nobody asked for. */
  List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    outcomes.forEach(
        (number, times) -> {
          if (times.size() != 1) {
            all.add(number + " was told " + times.size() + " times");
          }
          if (!numbers.containsValue(number)) {
            all.add(number + " was told and never accepted");
          }
        });
    return all;
  }

  private Connection connection() throws JMSException {
    return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port)
        .createConnection(USER, BrokerClient.password(data, USER));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
  }
}

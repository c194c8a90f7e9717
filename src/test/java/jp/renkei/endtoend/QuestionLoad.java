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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient;
import jp.renkei.demo.HubClient.Answer;
import jp.renkei.hub.BrokerClient;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;

/**
 * The city tax system, which asks over HTTP until it is accepted, and the owner, which reads its
 * questions and answers by queue only, across all crashes of their hub.
 */
final class QuestionLoad implements AutoCloseable {

  private static final String FLOW = "collection.city-tax-payment-status";
  private static final String USER = "caller-nhi";
  private static final String ANSWER = "{\"reply\": {\"result\": \"NONE\"}}";
  private static final long PAUSE_MILLIS = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final HubClient hub;
  private final Credential tax;
  private final Path data;
  private final int port;

  /** The ids of what was accepted, by their numbers. */
  private final Map<String, String> accepted = new ConcurrentHashMap<>();

  private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();
  private final Set<String> answered = ConcurrentHashMap.newKeySet();
  private final Set<String> faults = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  QuestionLoad(Rig rig) {
    this.hub = rig.hub.client();
    this.tax = rig.hub.credentials().of("tax");
    this.data = rig.hub.data();
    this.port = rig.hub.brokerPort();
    thread("question-reader", () -> read("hub.questions.nhi", this::answer));
    thread("reply-reader", () -> read("hub.replies.nhi", this::take));
  }

  /** Begins to ask so many, about other residents each, under keys that begin with a name. */
  void start(String name, int first, int count) {
    thread(
        "asker-" + name,
        () -> {
          for (int i = 0; i < count && !closed; ) {
            i += ask(name + "-" + i, first + i) ? 1 : 0;
          }
        });
  }

  private boolean ask(String key, int resident) {
    ObjectNode body = json.createObjectNode();
    body.putObject("payload")
        .put("residentNumber", String.valueOf(40_000_000 + resident))
        .put("year", 2026)
        .put("nonDisclosable", false);
    try {
      Answer answer = hub.ask(tax, key, FLOW, body);
      if (answer.status() == 202 || answer.status() == 200) {
        accepted.put(answer.body().get("number").textValue(), answer.body().get("id").textValue());
        return true;
      }
      if (answer.status() != 503) {
        faults.add(key + " was refused: " + answer);
      }
    } catch (IOException e) {
      // the hub is away, or was killed with this request
    }
    pause();
    return false;
  }

  /** What one of the owner's queues brought. */
  @FunctionalInterface
  private interface Taken {
    void take(Session session, Message message) throws JMSException, IOException;
  }

  private void read(String queue, Taken taken) {
    while (!closed) {
      try (Connection connection = connection()) {
        connection.start();
        Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
        while (!closed) {
          Message message = consumer.receive(PAUSE_MILLIS);
          if (message != null) {
            taken.take(session, message);
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

  /** A question that was answered and not acknowledged comes again, under the same message id. */
  private void answer(Session session, Message question) throws JMSException, IOException {
    String number = question.getJMSCorrelationID();
    JsonNode body = json.readTree(question.getBody(byte[].class));
    if (!body.path("payload").path("residentNumber").asText().startsWith("4")) {
      faults.add(number + " asks something else: " + body);
    }
    asked
        .computeIfAbsent(number, none -> ConcurrentHashMap.newKeySet())
        .add(question.getJMSMessageID());
    BytesMessage answer = session.createBytesMessage();
    answer.writeBytes(ANSWER.getBytes(StandardCharsets.UTF_8));
    answer.setJMSCorrelationID(number);
    try (MessageProducer producer = session.createProducer(session.createQueue("hub.answers"))) {
      producer.send(answer);
    }
  }

  private void take(Session session, Message told) throws JMSException, IOException {
    if ("answered/1.0".equals(told.getJMSType())) {
      answered.add(told.getJMSCorrelationID());
    } else {
      faults.add(
          told.getJMSCorrelationID() + " was told " + json.readTree(told.getBody(byte[].class)));
    }
  }

  /** Waits until all that was asked is answered, and its asker and its owner know. */
  void awaitTold(int count, Duration within) {
    Awaitility.await()
        .atMost(within)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                accepted.size() >= count
                    && answered.containsAll(accepted.keySet())
                    && accepted.values().stream().allMatch(this::hasEnded));
  }

  private boolean hasEnded(String id) {
    return "NO_DATA".equals(get(id, "").path("outcome").asText());
  }

  /** What is wrong by now: a refusal, a question that came twice, an end that came twice. */
  List<String> faults() {
    List<String> all = new ArrayList<>(faults);
    asked.forEach(
        (number, times) -> {
          if (times.size() != 1) {
            all.add(number + " was asked " + times.size() + " times");
          }
          if (!accepted.containsKey(number)) {
            all.add(number + " was asked and never accepted");
          }
        });
    accepted.forEach(
        (number, id) -> {
          for (String once : List.of("ACCEPTED", "OFFERED", "SENT", "ENDED")) {
            long times =
                get(id, "/events").path("items").findValuesAsText("what").stream()
                    .filter(once::equals)
                    .count();
            if (times != 1) {
              all.add(number + " has " + times + " times " + once);
            }
          }
        });
    return all;
  }

  private JsonNode get(String id, String door) {
    try {
      return hub.get(tax, "/api/v1/inquiries/" + id + door).body();
    } catch (IOException e) {
      return json.missingNode();
    }
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

package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import jp.renkei.demo.HubClient;
import jp.renkei.demo.HubClient.Answer;

/**
 * The system that owns answers, at work across all crashes of its hub: it fetches what it is asked
 * and, when it is told to, answers everything that it sees, each until the hub says that it has it.
 */
final class OwnerDesk implements AutoCloseable {

  private static final String QUESTIONS = "/api/v1/questions";
  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final HubProcess hub;
  private final BiFunction<String, String, JsonNode> records;
  private final Map<String, Set<String>> shown = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> owed = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> answered = new ConcurrentHashMap<>();
  private final Set<String> faults = ConcurrentHashMap.newKeySet();
  private volatile boolean answers;
  private volatile boolean closed;

  /**
   * @param records what it tells on a flow about a resident number, as that is written
   */
  OwnerDesk(HubProcess hub, BiFunction<String, String, JsonNode> records) {
    this.hub = hub;
    this.records = records;
  }

  OwnerDesk open() {
    Thread thread = new Thread(this::work, "owner");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** From now on it answers, too. */
  OwnerDesk answer() {
    answers = true;
    return this;
  }

  /** From now on it only looks at what it is asked. */
  void onlyFetch() {
    answers = false;
  }

  /** How many questions it has answered, so far as it was told. */
  int answered() {
    return answered.size();
  }

  /** The ids under which it was shown what a resident number and flow stand for. */
  Set<String> shown(String flow, String residentNumber) {
    return shown.getOrDefault(name(flow, residentNumber), Set.of());
  }

  private void work() {
    while (!closed) {
      try {
        turn();
      } catch (IOException e) {
        // the hub is away: what was not answered is shown again
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void turn() throws IOException {
    for (String id : owed.keySet()) {
      tell(id);
    }
    for (JsonNode question : client().list(hub.credentials().of("caller"), QUESTIONS)) {
      take(question);
    }
  }

  private void take(JsonNode question) throws IOException {
    String id = question.get("id").textValue();
    String flow = question.get("flow").textValue();
    String resident = question.at("/payload/residentNumber").textValue();
    shown.computeIfAbsent(name(flow, resident), none -> new ConcurrentSkipListSet<>()).add(id);
    if (answers) {
      owed.putIfAbsent(id, records.apply(flow, resident));
      tell(id);
    }
  }

  /** A hub that is killed before it says that it has the answer is told again. */
  private void tell(String id) throws IOException {
    JsonNode told = owed.get(id);
    Answer answer = post(id, told);
    if (answer.status() == 200) {
      answered.put(id, told);
      owed.remove(id);
    } else if (answer.status() != 503) {
      faults.add(id + " was answered, and told " + answer);
    }
  }

  private Answer post(String id, JsonNode told) throws IOException {
    String body = JsonNodeFactory.instance.objectNode().set("reply", told).toString();
    return client().post(hub.credentials().of("caller"), QUESTIONS + "/" + id + "/answer", body);
  }

  /** Answers every question once more, the same: that must change nothing. */
  void answerAgain() throws IOException {
    for (Map.Entry<String, JsonNode> each : answered.entrySet()) {
      Answer again = post(each.getKey(), each.getValue());
      if (again.status() != 200) {
        faults.add(each.getKey() + " was answered again, and told " + again);
      }
    }
  }

  /** What the hub should not have said. */
  List<String> faults() {
    return new ArrayList<>(faults);
  }

  private HubClient client() {
    return hub.client();
  }

  private static String name(String flow, String residentNumber) {
    return flow + " " + residentNumber.replaceFirst("^0+(?=.)", "");
  }

  @Override
  public void close() {
    closed = true;
  }
}

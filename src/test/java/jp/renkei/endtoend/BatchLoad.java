package jp.renkei.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient;

/**
 * An upstream system that asks many at once: it posts batch after batch, and each again until every
 * line of it was accepted.
 */
final class BatchLoad {

  private static final int LINES = 250;
  private static final long BACK_OFF_NANOS = Duration.ofMillis(200).toNanos();

  private final HubClient hub;
  private final Credential caller;
  private final Map<String, ObjectNode> lines = new LinkedHashMap<>();
  private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  /**
   * @param name begins every key, and sets this load apart from others on the same data
   */
  BatchLoad(HubClient hub, Credential caller, String name, List<ObjectNode> questions) {
    this.hub = hub;
    this.caller = caller;
    for (int i = 0; i < questions.size(); i++) {
      lines.put(name + "-" + i, questions.get(i));
    }
  }

  BatchLoad start() {
    Thread thread = new Thread(this::work, "batches-" + caller.user());
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private void work() {
    List<String> keys = List.copyOf(lines.keySet());
    for (int from = 0; from < keys.size(); from += LINES) {
      List<String> batch = keys.subList(from, Math.min(from + LINES, keys.size()));
      while (!accepted.keySet().containsAll(batch) && faults.isEmpty()) {
        post(batch);
      }
    }
  }

  /** The whole batch, also where a part of it was accepted before: that is safe. */
  private void post(List<String> keys) {
    StringBuilder batch = new StringBuilder();
    keys.forEach(key -> batch.append(line(key, lines.get(key))).append('\n'));
    try {
      List<JsonNode> results = hub.batch(caller, batch.toString());
      results.forEach(this::take);
      if (results.isEmpty() || results.stream().anyMatch(BatchLoad::isNotNow)) {
        LockSupport.parkNanos(BACK_OFF_NANOS);
      }
    } catch (IOException e) {
      LockSupport.parkNanos(BACK_OFF_NANOS);
    }
  }

  private static boolean isNotNow(JsonNode result) {
    return Set.of(429, 503).contains(result.get("status").intValue());
  }

  private static ObjectNode line(String key, ObjectNode body) {
    return body.deepCopy().put("key", key);
  }

  private void take(JsonNode result) {
    String key = result.get("key").textValue();
    switch (result.get("status").intValue()) {
      case 200, 202 -> {
        String id = result.get("id").textValue();
        Accepted before = accepted.put(key, new Accepted(key, lines.get(key), id, null));
        if (before != null && !before.id().equals(id)) {
          faults.add(key + " is " + id + " after " + before.id());
        }
      }
      case 429, 503 -> {}
      default -> faults.add(key + " was answered " + result);
    }
  }

  /** Waits until all have been accepted. */
  BatchLoad awaitDone(Duration within) {
    await("all lines accepted")
        .atMost(within)
        .until(() -> accepted.size() == lines.size() || !faults.isEmpty());
    return this;
  }

  /** Those that were accepted, each without its number, which a batch does not tell. */
  Collection<Accepted> accepted() {
    return accepted.values();
  }

  /** What the hub should not have said. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * Posts what was accepted, by whatever door, once more.
   *
   * @return the keys that do not mean the same inquiry any more
   */
  static List<String> changed(HubClient hub, Credential caller, Collection<Accepted> accepted)
      throws IOException {
    StringBuilder batch = new StringBuilder();
    Map<String, String> ids = new LinkedHashMap<>();
    for (Accepted inquiry : accepted) {
      ids.put(inquiry.key(), inquiry.id());
      batch.append(line(inquiry.key(), inquiry.body())).append('\n');
    }
    List<String> changed = new ArrayList<>();
    for (JsonNode result : hub.batch(caller, batch.toString())) {
      String key = result.get("key").textValue();
      if (!result.path("id").asText().equals(ids.remove(key))) {
        changed.add(key + " gives " + result);
      }
    }
    changed.addAll(ids.keySet());
    return changed;
  }
}

package jp.renkei.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient;
import jp.renkei.demo.HubClient.Answer;

/**
 * An upstream system at work, in several threads: each inquiry has a key, and is repeated with it
 * until the hub has accepted it, as the interface promises that one may.
 */
public final class Load {

  private static final long BACK_OFF_NANOS = Duration.ofMillis(100).toNanos();

  private final Door door;
  private final IntFunction<ObjectNode> questions;
  private final String name;
  private final int count;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * @param flow the flow that is used
   * @param example a valid payload of it; each inquiry asks about another resident
   * @param name begins every key, and sets this load apart from others on the same data
   * @param count how many inquiries
   */
  public Load(
      HubClient hub, Credential caller, String flow, ObjectNode example, String name, int count) {
    this(Door.inquiries(hub, caller), number -> inquiry(flow, example, number), name, count);
  }

  /**
   * @param door where they are handed in
   * @param questions the body of each inquiry, by its number from 0; the same number, the same body
   * @param name begins every key, and sets this load apart from others on the same data
   * @param count how many inquiries
   */
  Load(Door door, IntFunction<ObjectNode> questions, String name, int count) {
    this.door = door;
    this.questions = questions;
    this.name = name;
    this.count = count;
  }

  /** Begins. */
  public Load start(int callers) {
    for (int i = 0; i < callers; i++) {
      Thread thread = new Thread(this::work, "load-" + name + "-" + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    return this;
  }

  /** Waits until so many have been accepted. */
  public Load awaitAccepted(int least, Duration within) {
    await(least + " accepted")
        .atMost(within)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> accepted.size() >= least || !faults.isEmpty());
    return this;
  }

  /** Waits until all have been accepted. */
  public Load awaitDone(Duration within) {
    return awaitAccepted(count, within);
  }

  /** Stops repeating; what was not accepted by now may or may not be. */
  public void stop() {
    stopped = true;
  }

  public Collection<Accepted> accepted() {
    return accepted.values();
  }

  /** What the hub should not have said. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  private void work() {
    for (int i = next.getAndIncrement(); i < count && !stopped; i = next.getAndIncrement()) {
      String key = name + "-" + i;
      ObjectNode body = questions.apply(i);
      while (!stopped && !settled(key, body)) {
        LockSupport.parkNanos(BACK_OFF_NANOS);
      }
    }
  }

  private static ObjectNode inquiry(String flow, ObjectNode example, int number) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("flow", flow);
    ObjectNode payload = example.deepCopy();
    payload.put("residentNumber", Integer.toString(20_000_000 + number));
    body.set("payload", payload);
    return body;
  }

  private boolean settled(String key, ObjectNode body) {
    try {
      Answer answer = door.post(key, body);
      switch (answer.status()) {
        case 200, 202 -> {
          String id = answer.body().get("id").asText();
          accepted.put(key, new Accepted(key, body, id, answer.body().get("number").asText()));
          return true;
        }
        case 429, 503 -> {
          return false;
        }
        default -> {
          faults.add(key + " was answered " + answer.status() + " " + answer.body());
          return true;
        }
      }
    } catch (IOException e) {
      return false;
    }
  }
}

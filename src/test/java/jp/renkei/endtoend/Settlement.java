package jp.renkei.endtoend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient;
import jp.renkei.demo.HubClient.Answer;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Whether a hub kept its promises to everything that it accepted: one id a key, one outcome an
 * inquiry, the right person's answer, nothing lost, nothing that nobody asked for, and one content
 * a number at the agency.
 */
public final class Settlement {

  /** Whoever was asked. */
  public interface Agency {

    /** A list of {@code {"number", "times", "sameContent"}}. */
    JsonNode received() throws IOException;
  }

  /** What one that is asked for gets when the patience is used up: a slow hub answers once. */
  private static final long LEAST_NANOS = Duration.ofSeconds(5).toNanos();

  private final HubClient hub;
  private final Credential caller;
  private final Door door;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> outcomes = new TreeMap<>();

  public Settlement(HubClient hub, Credential caller) {
    this(hub, caller, Door.inquiries(hub, caller));
  }

  /**
   * @param door where it was all handed in
   */
  Settlement(HubClient hub, Credential caller, Door door) {
    this.hub = hub;
    this.caller = caller;
    this.door = door;
  }

  /** How many inquiries came to each outcome. */
  public Map<String, Integer> outcomes() {
    Map<String, Integer> counts = new TreeMap<>();
    outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
    return counts;
  }

  /** What is wrong by now, a sentence each. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * Checks that inquiries end, once each, and that their keys still mean them.
   *
   * @param within how long all of them together may take to end
   */
  public Settlement checkEnds(Collection<Accepted> accepted, Duration within) throws IOException {
    long until = System.nanoTime() + within.toNanos();
    for (Accepted inquiry : accepted) {
      checkEnd(inquiry, Duration.ofNanos(Math.max(until - System.nanoTime(), LEAST_NANOS)));
    }
    for (Accepted inquiry : accepted) {
      checkKey(inquiry);
    }
    return this;
  }

  /**
   * Checks that the hub lists and the agency received these inquiries and no others.
   *
   * @param everything every inquiry that was accepted by this hub from this caller, all ended
   */
  public Settlement checkWhole(Collection<Accepted> everything, Agency agency) throws IOException {
    checkListed(everything).checkReceived(everything, agency.received());
    return this;
  }

  private void checkEnd(Accepted inquiry, Duration within) {
    try {
      await()
          .atMost(within)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> hasEnded(inquiry));
    } catch (ConditionTimeoutException e) {
      faults.add(inquiry.id() + " has not ended: " + timeline(inquiry));
    }
  }

  private String timeline(Accepted inquiry) {
    try {
      return hub.get(caller, "/api/v1/inquiries/" + inquiry.id() + "/events").body().toString();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private boolean hasEnded(Accepted inquiry) throws IOException {
    Answer answer = hub.get(caller, "/api/v1/inquiries/" + inquiry.id());
    if (answer.status() == 404) {
      faults.add(inquiry.id() + " is lost");
      return true;
    }
    String outcome = answer.body().path("outcome").asText();
    if (!"ENDED".equals(answer.body().path("state").asText())) {
      return false;
    }
    outcomes.put(inquiry.id(), outcome);
    String told = answer.body().at("/reply/residentNumber").asText(inquiry.subject());
    if (!told.equals(inquiry.subject())) {
      faults.add(inquiry.id() + " has another person's reply");
    }
    return true;
  }

  private void checkKey(Accepted inquiry) throws IOException {
    Answer again = door.post(inquiry.key(), inquiry.body());
    String id = again.body().path("id").asText();
    if (!id.equals(inquiry.id())) {
      faults.add(inquiry.key() + " gives " + id + " after " + inquiry.id());
    }
    String outcome = again.body().path("outcome").asText();
    String before = outcomes.get(inquiry.id());
    if (before != null && !before.equals(outcome)) {
      faults.add(inquiry.id() + " had the outcome " + before + " and has now " + outcome);
    }
  }

  /** Checks that the hub lists these inquiries of this caller, once each, and no others. */
  Settlement checkListed(Collection<Accepted> accepted) throws IOException {
    Map<String, Integer> listed = new HashMap<>();
    hub.list(caller, "/api/v1/inquiries")
        .forEach(item -> listed.merge(item.get("id").asText(), 1, Integer::sum));
    for (Accepted inquiry : accepted) {
      Integer times = listed.remove(inquiry.id());
      if (times == null || times != 1) {
        faults.add(inquiry.id() + " is listed " + (times == null ? 0 : times) + " times");
      }
    }
    listed.keySet().forEach(id -> faults.add(id + " is listed and nobody asked for it"));
    return this;
  }

  private void checkReceived(Collection<Accepted> accepted, JsonNode received) {
    Map<String, JsonNode> byNumber = new HashMap<>();
    received.forEach(entry -> byNumber.put(entry.get("number").asText(), entry));
    for (Accepted inquiry : accepted) {
      JsonNode entry = byNumber.remove(inquiry.number());
      if (entry == null) {
        faults.add(inquiry.number() + " never reached the agency");
      } else if (!entry.get("sameContent").asBoolean()) {
        faults.add(inquiry.number() + " reached the agency with two contents");
      }
    }
    byNumber.keySet().forEach(x -> faults.add(x + " reached the agency and nobody asked for it"));
  }
}

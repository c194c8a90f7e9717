package jp.renkei.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.renkei.demo.DemoCredentials.Credential;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What goes wrong on a sample day, provoked at the mock agencies, and how it is mended: by the hub
 * itself or by its operator. Each tells what was seen while it was wrong, and the outcome.
 */
final class SampleTroubles {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BECAUSE = "{\"reason\": \"サンプル運用日 (sample day)\"}";

  private final HubClient hub;
  private final DemoCredentials credentials;

  SampleTroubles(HubClient hub, DemoCredentials credentials) {
    this.hub = hub;
    this.credentials = credentials;
  }

  /**
   * Plays one.
   *
   * @return e.g. {@code FAILED, then ANSWERED}
   */
  String play(JsonNode trouble) {
    String scripts = "/mock/agencies/" + trouble.get("agency").asText() + "/replies";
    try {
      hub.put(who("admin"), scripts, trouble.get("replies").toString());
      try {
        return switch (trouble.get("kind").asText()) {
          case "provider-stopped" -> stopped(trouble);
          case "dead-letter" -> replayed(trouble);
          case "operator-pause" -> paused(trouble);
          case "answer-of-another" -> unanswered(trouble);
          case "withdrawn" -> withdrawn(trouble);
          default -> "UNKNOWN TROUBLE";
        };
      } finally {
        hub.delete(who("admin"), scripts);
      }
    } catch (IOException e) {
      return "NO CONNECTION";
    }
  }

  /** The provider says that it is stopped; the hub asks again until it is back. */
  private String stopped(JsonNode trouble) throws IOException {
    String inquiry = ask(trouble);
    String provider = trouble.at("/payload/provider").asText();
    String seen = seen("STOPPED", () -> isStopped(trouble.get("agency").asText(), provider));
    return seen + ", then " + outcome(inquiry);
  }

  /** The agency refuses the inquiry, which has failed; the operator replays it. */
  private String replayed(JsonNode trouble) throws IOException {
    String inquiry = ask(trouble);
    String seen = outcome(inquiry);
    hub.post(who("operator"), inquiry + "/replay", BECAUSE);
    return seen + ", then " + outcome(inquiry);
  }

  /** The operator pauses the agency; what is asked meanwhile waits until it is resumed. */
  private String paused(JsonNode trouble) throws IOException {
    String agency = "/api/v1/agencies/" + trouble.get("agency").asText();
    hub.post(who("operator"), agency + "/pause", BECAUSE);
    String inquiry;
    String seen;
    try {
      inquiry = ask(trouble);
      seen = seen("PAUSED", () -> "pause".equals(view(inquiry).at("/waiting/for").asText()));
    } finally {
      hub.post(who("operator"), agency + "/resume", BECAUSE);
    }
    return seen + ", then " + outcome(inquiry);
  }

  /**
   * The agency answers about somebody else, which is held; nothing else comes until the deadline.
   */
  private String unanswered(JsonNode trouble) throws IOException {
    String inquiry = ask(trouble);
    String seen = seen("MISMATCH", () -> happened(inquiry, "REPLY_OTHER_PERSON"));
    return seen + ", then " + outcome(inquiry);
  }

  /** The provider's staff must decide; the caller does not wait for them. */
  private String withdrawn(JsonNode trouble) throws IOException {
    String inquiry = ask(trouble);
    String seen =
        seen("HELD", () -> "HELD_BY_PROVIDER".equals(view(inquiry).path("state").asText()));
    hub.post(who("caller"), inquiry + "/cancel", BECAUSE);
    return seen + ", then " + outcome(inquiry);
  }

  private boolean happened(String inquiry, String what) throws IOException {
    JsonNode events = hub.get(who("caller"), inquiry + "/events").body().path("items");
    return events.findValuesAsText("what").contains(what);
  }

  /** Asks, and tells where the inquiry is found. */
  private String ask(JsonNode trouble) throws IOException {
    ObjectNode inquiry = JsonNodeFactory.instance.objectNode();
    inquiry.set("flow", trouble.get("id"));
    inquiry.set("payload", trouble.get("payload"));
    if (trouble.has("deadline")) {
      inquiry.set("deadline", trouble.get("deadline"));
    }
    String key = "sample-day-" + UUID.randomUUID();
    JsonNode accepted = hub.inquire(who("caller"), key, "", inquiry).body();
    return "/api/v1/inquiries/" + accepted.path("id").asText();
  }

  private String outcome(String inquiry) throws IOException {
    seen("", () -> view(inquiry).path("outcome").isTextual());
    JsonNode now = view(inquiry);
    return now.path("outcome").asText(now.path("state").asText());
  }

  private JsonNode view(String inquiry) throws IOException {
    return hub.get(who("caller"), inquiry).body();
  }

  private boolean isStopped(String agency, String provider) throws IOException {
    for (JsonNode one : hub.get(who("operator"), "/api/v1/agencies").body()) {
      for (JsonNode pause : one.path("pauses")) {
        if (one.get("id").asText().equals(agency)
            && pause.path("provider").asText().equals(provider)
            && pause.path("cause").asText().equals("STOPPED")) {
          return true;
        }
      }
    }
    return false;
  }

  private static String seen(String what, Callable<Boolean> isSo) {
    try {
      Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(isSo);
      return what;
    } catch (ConditionTimeoutException e) {
      return "NOTHING SEEN";
    }
  }

  private Credential who(String role) {
    return credentials.of(role);
  }
}

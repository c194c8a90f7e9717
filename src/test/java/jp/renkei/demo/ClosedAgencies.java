package jp.renkei.demo;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.renkei.demo.DemoCredentials.Credential;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What a sample day asks of agencies that are closed: it is told until when it waits, and is looked
 * at again when everything else is done, where the agency opens soon.
 */
final class ClosedAgencies {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Nobody waits before a screen for an agency that opens later than that. */
  private static final Duration SOON = Duration.ofMinutes(5);

  private static final String OPENS =
      "業務時間の開始 %1$s まで送信を待ちます。 Waits for the agency's hours, which begin at %1$s.";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private record Waiting(
      JsonNode flow, Credential caller, String path, OffsetDateTime opening, long start) {}

  private final HubClient hub;
  private final DemoCredentials credentials;
  private final Clock clock;
  private final List<Waiting> waiting = new ArrayList<>();

  ClosedAgencies(HubClient hub, DemoCredentials credentials, Clock clock) {
    this.hub = hub;
    this.credentials = credentials;
    this.clock = clock;
  }

  /** Whether an agency is outside its service hours. */
  boolean include(String agency) throws IOException {
    for (JsonNode one : hub.get(credentials.of("operator"), "/api/v1/agencies").body()) {
      if (one.get("id").asText().equals(agency)) {
        return one.path("state").asText().equals("CLOSED");
      }
    }
    return false;
  }

  /**
   * Asks on a flow.
   *
   * @return e.g. {@code HOURS UNTIL 09:00}
   */
  String ask(JsonNode flow, Credential caller, JsonNode payload) throws IOException {
    long start = System.nanoTime();
    ObjectNode inquiry = JsonNodeFactory.instance.objectNode();
    inquiry.set("flow", flow.get("id"));
    inquiry.set("payload", payload);
    String key = "sample-day-" + UUID.randomUUID();
    JsonNode accepted = hub.inquire(caller, key, "", inquiry).body();
    String path = "/api/v1/inquiries/" + accepted.path("id").asText();
    JsonNode wait = hub.get(caller, path).body().path("waiting");
    if (!wait.path("for").asText().equals("hours") || !wait.path("until").isTextual()) {
      return "NOTHING SEEN";
    }
    OffsetDateTime opening = OffsetDateTime.parse(wait.get("until").textValue());
    waiting.add(new Waiting(flow, caller, path, opening, start));
    return "HOURS UNTIL " + TIME.format(opening);
  }

  /** Waits for the agencies that open soon, and prints a line for each answer. */
  void end(Table table, PrintStream out) throws IOException {
    for (Waiting each : waiting) {
      Duration left = Duration.between(clock.instant(), each.opening());
      if (left.compareTo(SOON) <= 0) {
        out.println(OPENS.formatted(TIME.format(each.opening())));
        String outcome = outcome(each, left.isNegative() ? PATIENCE : left.plus(PATIENCE));
        long millis = (System.nanoTime() - each.start()) / 1_000_000;
        table.row(each.flow(), "CLOSED, then " + outcome, millis);
      }
    }
  }

  private String outcome(Waiting each, Duration within) throws IOException {
    try {
      await()
          .atMost(within)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> view(each).path("outcome").isTextual());
      return view(each).get("outcome").textValue();
    } catch (ConditionTimeoutException e) {
      return view(each).path("state").asText();
    }
  }

  private JsonNode view(Waiting each) throws IOException {
    return hub.get(each.caller(), each.path()).body();
  }
}

package jp.renkei.demo;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionTimeoutException;

/** The demo's own system, which answers what another one asks of it. */
final class AnswerAsOwner {

  private static final String QUESTIONS = "/api/v1/questions";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HubClient hub;
  private final DemoCredentials credentials;

  AnswerAsOwner(HubClient hub, DemoCredentials credentials) {
    this.hub = hub;
    this.credentials = credentials;
  }

  /**
   * Fetches the question and answers with {@code mock-endpoints/<agency>/<flow>.json}; where it
   * does not come, or a door refuses, nothing ends.
   */
  void answer(String agency, String flow, JsonNode payload) throws IOException {
    try {
      await().atMost(PATIENCE).until(() -> find(flow, payload).isPresent());
    } catch (ConditionTimeoutException e) {
      return;
    }
    Optional<String> question = find(flow, payload);
    if (question.isPresent()) {
      JsonNode body = JsonNodeFactory.instance.objectNode().set("reply", told(agency, flow));
      hub.post(
          credentials.of("caller"), QUESTIONS + "/" + question.get() + "/answer", body.toString());
    }
  }

  private Optional<String> find(String flow, JsonNode payload) throws IOException {
    JsonNode page = hub.get(credentials.of("caller"), QUESTIONS + "?state=OPEN&limit=500").body();
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .filter(item -> item.path("flow").asText().equals(flow))
        .filter(item -> item.path("payload").equals(payload))
        .map(item -> item.get("id").asText())
        .findFirst();
  }

  private static JsonNode told(String agency, String flow) throws IOException {
    String file = "/mock-endpoints/" + agency + "/" + flow + ".json";
    try (InputStream told = AnswerAsOwner.class.getResourceAsStream(file)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(told, file));
    }
  }
}

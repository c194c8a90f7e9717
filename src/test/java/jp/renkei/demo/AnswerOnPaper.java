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
import jp.renkei.demo.DemoCredentials.Credential;
import org.awaitility.core.ConditionTimeoutException;

/** Whoever gets a letter in the demo and fills its form, and the two operators who key it in. */
final class AnswerOnPaper {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HubClient hub;
  private final DemoCredentials credentials;

  AnswerOnPaper(HubClient hub, DemoCredentials credentials) {
    this.hub = hub;
    this.credentials = credentials;
  }

  /**
   * Keys in the agency's reply, {@code mock-endpoints/<agency>/reply.json}, and confirms it;
   * without a letter, or where a door refuses, nothing ends.
   */
  void answer(String agency, String inquiryId) throws IOException {
    String inquiry = "/api/v1/inquiries/" + inquiryId;
    Optional<String> number = documentNumber(inquiry);
    if (number.isPresent()) {
      String keys =
          JsonNodeFactory.instance
              .objectNode()
              .put("documentNumber", number.get())
              .set("reply", filled(agency))
              .toString();
      hub.post(credentials.of("operator"), inquiry + "/answer", keys);
      hub.post(credentials.of("operator2"), inquiry + "/answer/confirm", keys);
    }
  }

  private static JsonNode filled(String agency) throws IOException {
    String form = "/mock-endpoints/" + agency + "/reply.json";
    try (InputStream filled = AnswerOnPaper.class.getResourceAsStream(form)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(filled, form));
    }
  }

  /** The number on the letter, once it is out. */
  private Optional<String> documentNumber(String inquiry) throws IOException {
    Credential operator = credentials.of("operator");
    try {
      await()
          .atMost(PATIENCE)
          .until(() -> hub.get(operator, inquiry).body().path("state").asText().equals("SENT"));
    } catch (ConditionTimeoutException e) {
      return Optional.empty();
    }
    return StreamSupport.stream(
            hub.get(operator, inquiry + "/events").body().path("items").spliterator(), false)
        .filter(event -> event.path("what").asText().equals("DOCUMENT_NUMBERED"))
        .map(event -> event.path("detail").asText())
        .findFirst();
  }
}

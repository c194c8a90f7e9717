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

/**
 * The insured person of the demo, who fills the form that came by letter, and the two operators who
 * key it in.
 */
final class AnswerOnPaper {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HubClient hub;
  private final DemoCredentials credentials;
  private final JsonNode reply;

  AnswerOnPaper(HubClient hub, DemoCredentials credentials) {
    this.hub = hub;
    this.credentials = credentials;
    try (InputStream filled =
        AnswerOnPaper.class.getResourceAsStream("/mock-endpoints/insured-person/reply.json")) {
      this.reply = new ObjectMapper().readTree(Objects.requireNonNull(filled));
    } catch (IOException e) {
      throw new IllegalStateException("the insured person's reply cannot be read", e);
    }
  }

  /**
   * Keys the reply in, and confirms it; without a letter, or where a door refuses, nothing ends.
   */
  void answer(String inquiryId) throws IOException {
    String inquiry = "/api/v1/inquiries/" + inquiryId;
    Optional<String> number = documentNumber(inquiry);
    if (number.isPresent()) {
      String keys =
          JsonNodeFactory.instance
              .objectNode()
              .put("documentNumber", number.get())
              .set("reply", reply)
              .toString();
      hub.post(credentials.of("operator"), inquiry + "/answer", keys);
      hub.post(credentials.of("operator2"), inquiry + "/answer/confirm", keys);
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

package jp.renkei.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.demo.HubClient;
import jp.renkei.mock.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The harness itself: it sees what no fault of an agency explains, and nothing else. */
class ExplainedTest {

  private static final Credential NHI = new Credential("nhi", "secret");
  private static final String CALM = "ACCEPTED SENT ENDED";
  private static final String AFTER_A_RETRY = "ACCEPTED SENT RETRY_PLANNED SENT ENDED";

  private final ObjectMapper json = new ObjectMapper();
  private HttpServer server;
  private String outcome = "ANSWERED";
  private String reply = "{\"result\": \"ANSWERED\"}";
  private String events = CALM;
  private int kills;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void theRightAnswerOnceIsExplained() throws IOException {
    assertThat(faults(Trial.CALM, "N-1", 1, true)).isEmpty();
  }

  @Test
  void anotherAnswerThanTheResidentsGiveIsNot() throws IOException {
    outcome = "NO_DATA";
    assertThat(faults(Trial.MIXED, "N-1", 1, true)).anyMatch(fault -> fault.contains("NO_DATA"));
    outcome = "ANSWERED";
    reply = "{\"result\": \"PARTIAL\"}";
    assertThat(faults(Trial.MIXED, "N-1", 1, true)).anyMatch(fault -> fault.contains("PARTIAL"));
  }

  @Test
  void aSecondEndIsNot() throws IOException {
    events = CALM + " ENDED";
    assertThat(faults(Trial.CALM, "N-1", 1, true)).anyMatch(fault -> fault.contains("2 times"));
  }

  @Test
  void aReplyForAnotherPersonIsNot() throws IOException {
    events = "ACCEPTED SENT REPLY_OTHER_PERSON ENDED";
    assertThat(faults(Trial.MIXED, "N-1", 1, true))
        .anyMatch(fault -> fault.contains("has REPLY_OTHER_PERSON"));
  }

  @Test
  void whatIsReceivedTwiceNeedsARetry() throws IOException {
    assertThat(faults(Trial.ERRORS, "N-1", 2, true)).anyMatch(fault -> fault.contains("1 to 1"));
    events = AFTER_A_RETRY;
    assertThat(faults(Trial.ERRORS, "N-1", 2, true)).isEmpty();
    assertThat(faults(Trial.ERRORS, "N-1", 1, true)).anyMatch(fault -> fault.contains("2 to 2"));
    assertThat(faults(Trial.ERRORS, "N-1", 2, false))
        .anyMatch(fault -> fault.contains("two contents"));
  }

  @Test
  void whatIsReplayedEndsTwiceAndIsReceivedTwice() throws IOException {
    events = "ACCEPTED SEND_REFUSED ENDED REPLAYED SENT ENDED";
    assertThat(faults(Trial.CALM, "N-1", 2, true)).isEmpty();
    assertThat(faults(Trial.CALM, "N-1", 1, true)).anyMatch(fault -> fault.contains("2 to 2"));
    assertThat(faults(Trial.CALM, "N-1", 3, true)).anyMatch(fault -> fault.contains("2 to 2"));
    events = "ACCEPTED SEND_REFUSED ENDED REPLAYED SENT ENDED ENDED";
    assertThat(faults(Trial.CALM, "N-1", 2, true)).anyMatch(fault -> fault.contains("3 times"));
  }

  @Test
  void aKillMayBringItOnceMore() throws IOException {
    kills = 1;
    assertThat(faults(Trial.CALM, "N-1", 1, true)).isEmpty();
    assertThat(faults(Trial.CALM, "N-1", 2, true)).isEmpty();
    assertThat(faults(Trial.CALM, "N-1", 3, true)).anyMatch(fault -> fault.contains("1 to 2"));
  }

  @Test
  void theDeadlineComesOnlyToWhatGotNoAnswer() throws IOException {
    outcome = "EXPIRED";
    reply = null;
    String dropped = number(true);
    String answered = number(false);
    assertThat(faults(Trial.DROPS, dropped, 1, true)).isEmpty();
    assertThat(faults(Trial.DROPS, answered, 1, true))
        .anyMatch(fault -> fault.contains("came to EXPIRED"));
    assertThat(faults(Trial.CALM, dropped, 1, true))
        .anyMatch(fault -> fault.contains("came to EXPIRED"));
    events = "ACCEPTED SENT ENDED REPLY_LATE";
    assertThat(faults(Trial.DROPS, answered, 1, true)).isEmpty();
    assertThat(faults(Trial.CALM, answered, 1, true))
        .anyMatch(fault -> fault.contains("came to EXPIRED"));
  }

  @Test
  void failureNeedsAsManyAttemptsAsThereMayBe() throws IOException {
    outcome = "FAILED";
    events = AFTER_A_RETRY;
    assertThat(faults(Trial.ERRORS, "N-1", 2, true))
        .anyMatch(fault -> fault.contains("came to FAILED"));
    events = "ACCEPTED SENT" + " RETRY_PLANNED SENT".repeat(7) + " ENDED";
    assertThat(faults(Trial.ERRORS, "N-1", 8, true)).isEmpty();
  }

  /** A number that the agency drops, or answers, the first time it comes. */
  private static String number(boolean dropped) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> "N-" + i)
        .filter(number -> Fate.of(Trial.DROPS.faults(), number, 1).dropped() == dropped)
        .findFirst()
        .orElseThrow();
  }

  /** What is told of one inquiry, about a resident whose record answers. */
  private List<String> faults(Trial trial, String number, int times, boolean sameContent)
      throws IOException {
    ObjectNode body = json.createObjectNode();
    body.putObject("payload")
        .put("residentNumber", "0012345678")
        .putObject("period")
        .put("from", "2025-04-01")
        .put("to", "2026-11-22");
    JsonNode received =
        json.createArrayNode()
            .addObject()
            .put("number", number)
            .put("times", times)
            .put("sameContent", sameContent);
    Explained explained =
        new Explained(
            new HubClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
            trial,
            AskedAgency.MHLW,
            json.createArrayNode().add(received),
            kills);
    explained.check(NHI, new Accepted("key", body, "id", number));
    return explained.faults();
  }

  private void handle(HttpExchange exchange) throws IOException {
    boolean timeline = exchange.getRequestURI().getPath().endsWith("/events");
    byte[] bytes = (timeline ? timeline() : view()).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String view() {
    return """
    {"outcome": "%s", "accepted": "2026-11-22T10:00:00.000+09:00",
     "ended": "2026-11-22T10:00:30.000+09:00"%s}"""
        .formatted(outcome, reply == null ? "" : ", \"reply\": " + reply);
  }

  private String timeline() {
    return Arrays.stream(events.split(" "))
        .map("{\"what\": \"%s\", \"at\": \"2026-11-22T10:00:01.000+09:00\"}"::formatted)
        .collect(Collectors.joining(", ", "{\"items\": [", "]}"));
  }
}

package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import jp.renkei.demo.DemoCredentials.Credential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * More at once than a hub with little memory takes: it says so and when to come back, keeps what it
 * has accepted, and goes on as if nothing had been.
 */
class FloodIT {

  private static final int REQUESTS = 1_500;
  private static final int AT_ONCE = 60;
  private static final int AGAIN_AT_ONCE = 20;

  /** White space: read, and then thrown away. */
  private static final int PADDING = 50_000;

  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aFloodIsRefusedAndNothingThatWasAcceptedIsLost() throws Exception {
    try (Rig rig =
        new Rig(
            folder, FreePorts.of(3), Map.of("RENKEI_REQUESTS_AT_ONCE", String.valueOf(AT_ONCE)))) {
      rig.agencies.start();
      // two thirds of it are the hub's own at rest, with all routes and what Hawtio shows of them
      rig.hub.start("-Xmx192m", "-XX:+ExitOnOutOfMemoryError").awaitReady();
      rig.agencies.awaitReady();
      rig.agencies.misbehave(Rig.AGENCY, "{\"delayMs\": 1000}");

      List<HttpResponse<String>> answers = flood(rig);

      Map<Integer, Integer> statuses = new TreeMap<>();
      answers.forEach(answer -> statuses.merge(answer.statusCode(), 1, Integer::sum));
      assertThat(statuses.keySet()).as("%s", statuses).isSubsetOf(200, 202, 429, 503);
      assertThat(statuses.getOrDefault(429, 0) + statuses.getOrDefault(503, 0))
          .as("%s", statuses)
          .isPositive();
      assertThat(answers)
          .filteredOn(answer -> answer.statusCode() >= 400)
          .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
      assertThat(rig.hub.isAlive()).isTrue();

      Set<String> accepted = new TreeSet<>();
      for (HttpResponse<String> answer : answers) {
        if (answer.statusCode() < 300) {
          accepted.add(json.readTree(answer.body()).get("id").textValue());
        }
      }
      assertThat(accepted).as("%s", statuses).isNotEmpty();
      await()
          .atMost(JavaProcess.PATIENCE)
          .untilAsserted(() -> assertThat(ended(rig)).containsAll(accepted));

      Load after = rig.load("after", 50).start(4);
      after.awaitDone(JavaProcess.PATIENCE);
      assertThat(after.faults()).isEmpty();
      assertThat(
              new Settlement(rig.hub.client(), rig.nhi())
                  .checkEnds(after.accepted(), JavaProcess.PATIENCE)
                  .faults())
          .isEmpty();
    }
  }

  /**
   * Everybody posts at once, each in a connection of its own, and waits. Whose connection was
   * closed without any answer, as the hub does where the beginning of a request is too slow to
   * come, posts again with the same key, as docs/upstream.md tells callers.
   */
  private List<HttpResponse<String>> flood(Rig rig) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ObjectNode example =
        (ObjectNode)
            rig.hub.client().get(rig.nhi(), "/api/v1/flows/" + Rig.FLOW).body().get("example");
    Map<HttpRequest, CompletableFuture<HttpResponse<String>>> answers = new LinkedHashMap<>();
    for (int i = 0; i < REQUESTS; i++) {
      ObjectNode body = json.createObjectNode().put("flow", Rig.FLOW).put("case", "flood");
      body.set("payload", example.deepCopy().put("residentNumber", String.valueOf(30_000_000 + i)));
      HttpRequest request =
          request(rig, "/api/v1/inquiries?wait=20s")
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", "flood-" + i)
              .timeout(JavaProcess.PATIENCE)
              .POST(BodyPublishers.ofString(body + " ".repeat(PADDING)))
              .build();
      answers.put(request, client.sendAsync(request, BodyHandlers.ofString()));
    }
    List<HttpResponse<String>> all = new ArrayList<>();
    List<HttpRequest> unanswered = new ArrayList<>();
    collect(answers, all, unanswered);
    assertThat(unanswered).hasSizeLessThan(REQUESTS * 9 / 10);
    all.addAll(askAgain(rig, client, unanswered));
    return all;
  }

  /** A few at once, each until it is answered; a live hub answers at last. */
  private static List<HttpResponse<String>> askAgain(
      Rig rig, HttpClient client, List<HttpRequest> requests) throws Exception {
    List<HttpResponse<String>> all = new ArrayList<>();
    Deque<HttpRequest> left = new ArrayDeque<>(requests);
    long end = System.nanoTime() + JavaProcess.PATIENCE.toNanos();
    while (!left.isEmpty()) {
      assertThat(rig.hub.isAlive()).isTrue();
      assertThat(System.nanoTime()).as("%s unanswered", left.size()).isLessThan(end);
      Map<HttpRequest, CompletableFuture<HttpResponse<String>>> sent = new LinkedHashMap<>();
      while (!left.isEmpty() && sent.size() < AGAIN_AT_ONCE) {
        HttpRequest request = left.remove();
        sent.put(request, client.sendAsync(request, BodyHandlers.ofString()));
      }
      collect(sent, all, left);
    }
    return all;
  }

  private static void collect(
      Map<HttpRequest, CompletableFuture<HttpResponse<String>>> sent,
      List<HttpResponse<String>> answered,
      Collection<HttpRequest> unanswered)
      throws InterruptedException {
    for (Map.Entry<HttpRequest, CompletableFuture<HttpResponse<String>>> each : sent.entrySet()) {
      try {
        answered.add(each.getValue().get());
      } catch (ExecutionException e) {
        unanswered.add(each.getKey());
      }
    }
  }

  private static Set<String> ended(Rig rig) throws IOException {
    return rig.hub.client().list(rig.nhi(), "/api/v1/inquiries?case=flood&state=ENDED").stream()
        .map(item -> item.get("id").textValue())
        .collect(Collectors.toSet());
  }

  private static HttpRequest.Builder request(Rig rig, String path) {
    Credential nhi = rig.nhi();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + rig.hub.port() + path))
        .header("Authorization", nhi.basic());
  }
}

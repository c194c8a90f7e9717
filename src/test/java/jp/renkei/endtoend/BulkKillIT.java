package jp.renkei.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches and files in whose middle the hub is killed, and a batch larger than its memory. */
class BulkKillIT {

  private static final int INQUIRIES = 600;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Together more than the heap of {@link JavaProcess#FRUGAL}. */
  private static final int BLANK_LINES = 9_000;

  private static final String BLANK = " ".repeat(60_000);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void everyLineIsAcceptedOnceHoweverOftenTheHubIsKilled() throws Exception {
    try (Rig rig = Rig.together(folder)) {
      List<Accepted> all = new ArrayList<>(batchThatIsKilled(rig));
      all.addAll(fileThatIsKilled(rig));

      Settlement settlement =
          new Settlement(rig.hub.client(), rig.nhi())
              .checkEnds(all, PATIENCE)
              .checkWhole(all, () -> rig.agencies.received(Rig.AGENCY));

      assertThat(settlement.faults()).isEmpty();
      assertThat(settlement.outcomes().values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(2 * INQUIRIES);
    }
  }

  private Collection<Accepted> batchThatIsKilled(Rig rig) throws Exception {
    Map<String, ObjectNode> lines = lines(rig, "batch", 30_000_000);
    CountDownLatch killed = new CountDownLatch(1);
    Iterator<InputStream> half =
        lines.values().stream().limit(INQUIRIES / 2).map(BulkKillIT::line).iterator();
    CompletableFuture<HttpResponse<String>> broken =
        post(
            rig,
            new SequenceInputStream(new SequenceInputStream(enumeration(half)), new Until(killed)));
    awaitAccepted(rig, "batch", 100);
    rig.hub.kill9();
    killed.countDown();
    assertThat(broken).failsWithin(PATIENCE);
    rig.hub.start().awaitReady();

    Iterator<InputStream> whole =
        Stream.concat(
                lines.values().stream().map(BulkKillIT::line),
                IntStream.range(0, BLANK_LINES)
                    .mapToObj(i -> new ByteArrayInputStream((BLANK + "\n").getBytes(UTF_8))))
            .map(InputStream.class::cast)
            .iterator();
    HttpResponse<String> answer = post(rig, new SequenceInputStream(enumeration(whole))).get();

    List<String> results = answer.body().lines().toList();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(results).hasSize(INQUIRIES + BLANK_LINES);
    assertThat(results.subList(INQUIRIES, results.size()))
        .allSatisfy(result -> assertThat(result).contains("\"status\":400"));
    return accepted(rig, lines, results.subList(0, INQUIRIES));
  }

  private Collection<Accepted> fileThatIsKilled(Rig rig) throws Exception {
    Map<String, ObjectNode> lines = lines(rig, "file", 31_000_000);
    StringBuilder file = new StringBuilder();
    for (ObjectNode line : lines.values()) {
      file.append(line).append('\n').append("not an inquiry\n".repeat(30));
    }
    Path in = rig.hub.data().resolve("demo/partners/callers/nhi/in");
    byte[] bytes = file.toString().getBytes(UTF_8);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Files.write(in.resolve("killed.ndjson"), bytes);
    Files.writeString(
        in.resolve("killed.ndjson.ok"), "%d,%d,%s\n".formatted(31 * INQUIRIES, bytes.length, hash));
    awaitAccepted(rig, "file", 50);
    rig.hub.kill9();
    rig.hub.start().awaitReady();

    Path out = in.resolveSibling("out");
    await().atMost(PATIENCE).until(() -> Files.exists(out.resolve("killed.ndjson.result.ok")));

    List<String> results = Files.readAllLines(out.resolve("killed.ndjson.result"));
    assertThat(results).hasSize(31 * INQUIRIES);
    await().atMost(PATIENCE).until(() -> in.toFile().list().length == 0);
    List<String> inquiries =
        IntStream.range(0, INQUIRIES).mapToObj(i -> results.get(31 * i)).toList();
    return accepted(rig, lines, inquiries);
  }

  private Map<String, ObjectNode> lines(Rig rig, String caseId, int first) throws IOException {
    ObjectNode example =
        (ObjectNode)
            rig.hub.client().get(rig.nhi(), "/api/v1/flows/" + Rig.FLOW).body().get("example");
    Map<String, ObjectNode> lines = new TreeMap<>();
    for (int i = 0; i < INQUIRIES; i++) {
      ObjectNode payload = example.deepCopy();
      payload.put("residentNumber", Integer.toString(first + i));
      ObjectNode line = JsonNodeFactory.instance.objectNode().put("flow", Rig.FLOW);
      line.put("case", caseId).put("key", caseId + "-" + i).set("payload", payload);
      lines.put(line.get("key").textValue(), line);
    }
    return lines;
  }

  private Collection<Accepted> accepted(
      Rig rig, Map<String, ObjectNode> lines, List<String> results) throws IOException {
    Map<String, Accepted> accepted = new TreeMap<>();
    for (String text : results) {
      JsonNode result = json.readTree(text);
      assertThat(result.path("status").asInt()).as(text).isIn(200, 202);
      String key = result.get("key").textValue();
      ObjectNode body = lines.get(key).deepCopy();
      body.remove("key");
      String id = result.get("id").textValue();
      String number =
          rig.hub
              .client()
              .get(rig.nhi(), "/api/v1/inquiries/" + id)
              .body()
              .get("number")
              .textValue();
      accepted.put(key, new Accepted(key, body, id, number));
    }
    assertThat(accepted).containsOnlyKeys(lines.keySet());
    return accepted.values();
  }

  private CompletableFuture<HttpResponse<String>> post(Rig rig, InputStream body) {
    return http.sendAsync(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + rig.hub.port() + "/api/v1/inquiries:batch"))
            .header("Authorization", rig.nhi().basic())
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofInputStream(() -> body))
            .build(),
        BodyHandlers.ofString());
  }

  private void awaitAccepted(Rig rig, String caseId, int least) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                rig.hub
                        .client()
                        .get(rig.nhi(), "/api/v1/inquiries?limit=500&case=" + caseId)
                        .body()
                        .get("items")
                        .size()
                    >= least);
  }

  private static InputStream line(ObjectNode line) {
    return new ByteArrayInputStream((line + "\n").getBytes(UTF_8));
  }

  private static Enumeration<InputStream> enumeration(Iterator<InputStream> parts) {
    return new Enumeration<>() {
      @Override
      public boolean hasMoreElements() {
        return parts.hasNext();
      }

      @Override
      public InputStream nextElement() {
        return parts.next();
      }
    };
  }

  /** Has nothing to read and does not end before something has happened. */
  private static final class Until extends InputStream {

    private final CountDownLatch happened;

    Until(CountDownLatch happened) {
      this.happened = happened;
    }

    @Override
    public int read() throws IOException {
      try {
        happened.await();
        throw new IOException("broken off");
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}

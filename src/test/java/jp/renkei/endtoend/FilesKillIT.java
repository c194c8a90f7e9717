package jp.renkei.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.operations.OverlayFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub is killed while it makes files, uploads them and reads their answers. */
class FilesKillIT {

  private static final int INQUIRIES = 600;
  private static final int LINES = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void everyInquiryIsInOneFileAndEndsHoweverOftenTheHubIsKilled() throws Exception {
    new OverlayFolder(folder.resolve("overlay"))
        .withChanged(
            "routes/agencies/municipality.yaml",
            "lines: 10000\n  every: PT5S",
            "lines: " + LINES + "\n  every: PT1S");
    Map<String, String> overlay = Map.of("RENKEI_OVERLAY", folder.resolve("overlay").toString());
    try (Rig rig = new Rig(folder, FreePorts.of(3), overlay)) {
      rig.agencies.start();
      rig.hub.start().awaitReady();
      rig.agencies.awaitReady();
      Path files = rig.hub.data().resolve("demo/partners/municipality/files");

      List<String> ids = post(rig);
      // made and perhaps not uploaded; some uploaded and not noted; some read and not archived
      for (int killed : new int[] {0, 1, 4}) {
        awaitFiles(files.resolve("inquiries/done"), killed);
        rig.hub.kill9();
        rig.hub.start().awaitReady();
      }
      awaitFiles(files.resolve("replies/archive"), 1);
      rig.hub.kill9();
      rig.hub.start().awaitReady();

      for (String id : ids) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> assertThat(inquiry(rig, id).path("state").asText()).isEqualTo("ENDED"));
        assertThat(inquiry(rig, id).get("outcome").asText())
            .isIn("ANSWERED", "NO_DATA", "NOT_IDENTIFIED", "WITHHELD", "REJECTED");
      }
      Map<String, Integer> lines = lines(files.resolve("inquiries/done"));
      assertThat(lines).hasSize(INQUIRIES);
      assertThat(lines.values()).containsOnly(1);
    }
  }

  /** How often each resident stands in all files that the agency has. */
  private static Map<String, Integer> lines(Path done) {
    Map<String, Integer> lines = new HashMap<>();
    try (Stream<Path> files = Files.list(done)) {
      for (Path file : files.toList()) {
        for (String line : Files.readString(file, US_ASCII).split("\r\n")) {
          lines.merge(line.split(",")[1], 1, Integer::sum);
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitFiles(Path folder, int least) {
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              String[] names = folder.toFile().list();
              return names != null && names.length >= least;
            });
  }

  private List<String> post(Rig rig) throws IOException, InterruptedException {
    ObjectNode example =
        (ObjectNode)
            rig.hub
                .client()
                .get(rig.nhi(), "/api/v1/flows/assessment.municipality-tax")
                .body()
                .get("example");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < INQUIRIES; i++) {
      ObjectNode payload = example.deepCopy().put("residentNumber", String.valueOf(64_000_000 + i));
      ObjectNode line = json.createObjectNode().put("flow", "assessment.municipality-tax");
      line.put("key", "files-" + i).set("payload", payload);
      lines.append(line).append('\n');
    }
    String answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:" + rig.hub.port() + "/api/v1/inquiries:batch"))
                    .header("Authorization", rig.nhi().basic())
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString(lines.toString(), UTF_8))
                    .build(),
                BodyHandlers.ofString())
            .body();
    List<String> ids = new ArrayList<>();
    for (String result : answer.lines().toList()) {
      assertThat(json.readTree(result).path("status").asInt()).as(result).isIn(200, 202);
      ids.add(json.readTree(result).get("id").textValue());
    }
    return ids;
  }

  private static JsonNode inquiry(Rig rig, String id) throws IOException {
    return rig.hub.client().get(rig.nhi(), "/api/v1/inquiries/" + id).body();
  }
}

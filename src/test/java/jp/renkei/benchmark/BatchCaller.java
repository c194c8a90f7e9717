package jp.renkei.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.endtoend.HubProcess;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The one caller of a hub: posts batches and takes each outcome by queue. */
final class BatchCaller {

  private static final String LINE =
      """
      {"key": "bulk-%1$d", "flow": "assessment.mhlw-employment", "payload": {"residentNumber": "%1$d", \
      "birthDate": "1980-05-10", "period": {"from": "2025-04-01", "to": "2026-11-22"}, \
      "nonDisclosable": false}}
      """;

  private final Credential nhi = new Credential("nhi", "bulk-benchmark");
  private final Path folder;

  /**
   * @param folder where its files may lie
   */
  BatchCaller(Path folder) {
    this.folder = folder;
  }

  /** The file of users that the hub must have. */
  Path users() throws IOException {
    ArrayNode users = new ObjectMapper().createArrayNode();
    users
        .addObject()
        .put("user", nhi.user())
        .put("password", "{bcrypt}" + new BCryptPasswordEncoder(4).encode(nhi.password()))
        .put("role", "CALLER")
        .put("caller", "nhi")
        .put("outcomes", "queue");
    return Files.writeString(folder.resolve("users.json"), users.toString());
  }

  /** A batch of people, one a line. */
  Path batch(int first, int lines) throws IOException {
    Path file = Files.createTempFile(folder, "batch", ".ndjson");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < lines; i++) {
        writer.write(LINE.formatted(first + i));
      }
    }
    return file;
  }

  /** Posts a batch; the results of its lines follow as the hub accepts them. */
  CompletableFuture<Stream<String>> post(HubProcess hub, Path batch) throws IOException {
    URI door = URI.create("http://127.0.0.1:" + hub.port() + "/api/v1/inquiries:batch");
    return HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(door)
                .header("Authorization", nhi.basic())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofFile(batch))
                .build(),
            BodyHandlers.ofLines())
        .thenApply(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(200);
              return answer.body();
            });
  }

  /** Waits until each line of a batch is accepted. */
  static void taken(CompletableFuture<Stream<String>> answer) {
    try (Stream<String> results = answer.join()) {
      assertThat(results.filter(line -> !line.contains("\"status\":20"))).isEmpty();
    }
  }
}

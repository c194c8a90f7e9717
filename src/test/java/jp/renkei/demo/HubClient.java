package jp.renkei.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.demo.DemoCredentials.Credential;

/** A hub, or mock agencies alone, as seen over HTTP. Safe for many threads. */
public final class HubClient {

  /**
   * An answer.
   *
   * @param body JSON, or missing where there is none
   */
  public record Answer(int status, JsonNode body) {}

  private static final int PAGE = 200;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;

  /**
   * @param base e.g. {@code http://127.0.0.1:8080}
   */
  public HubClient(URI base) {
    this.base = base;
  }

  /**
   * @param who or null for nobody
   */
  public Answer get(Credential who, String path) throws IOException {
    return send(request(who, path).GET().build());
  }

  /**
   * Every item of a list, page after page.
   *
   * @param path with what is asked for, e.g. {@code /api/v1/inquiries?state=SENT}
   * @throws IOException if the hub cannot be reached or does not answer with a page
   */
  public List<JsonNode> list(Credential who, String path) throws IOException {
    String first = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
    List<JsonNode> items = new ArrayList<>();
    Optional<String> next = Optional.of(first);
    while (next.isPresent()) {
      Answer page = get(who, next.get());
      if (page.status() != 200) {
        throw new IOException(path + " gave " + page);
      }
      page.body().get("items").forEach(items::add);
      next =
          Optional.ofNullable(page.body().path("next").textValue())
              .map(after -> first + "&after=" + after);
    }
    return items;
  }

  /** Posts an inquiry under its idempotency key. */
  public Answer inquire(Credential who, String key, String query, JsonNode inquiry)
      throws IOException {
    return submit(who, key, "/api/v1/inquiries" + query, inquiry);
  }

  /** Posts a question to an owner under its idempotency key. */
  public Answer ask(Credential who, String key, String flow, JsonNode question) throws IOException {
    return submit(who, key, "/api/v1/questions/" + flow, question);
  }

  private Answer submit(Credential who, String key, String path, JsonNode body) throws IOException {
    return send(
        request(who, path)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
            .build());
  }

  /**
   * Posts inquiries at once, each a line with its key.
   *
   * @return a result for each line, in their order; none where the hub takes none now
   */
  public List<JsonNode> batch(Credential who, String lines) throws IOException {
    HttpRequest request =
        request(who, "/api/v1/inquiries:batch")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines))
            .build();
    HttpResponse<byte[]> response = whole(request);
    List<JsonNode> results = new ArrayList<>();
    if (response.statusCode() == 200) {
      json.readerFor(JsonNode.class)
          .<JsonNode>readValues(response.body())
          .forEachRemaining(results::add);
    }
    return results;
  }

  public Answer post(Credential who, String path, String body) throws IOException {
    return send(
        request(who, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  public Answer put(Credential who, String path, String body) throws IOException {
    return send(
        request(who, path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }

  public Answer delete(Credential who, String path) throws IOException {
    return send(request(who, path).DELETE().build());
  }

  private HttpRequest.Builder request(Credential who, String path) {
    // Longer than the longest wait that the interface allows.
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(45));
    return who == null ? request : request.header("Authorization", who.basic());
  }

  private Answer send(HttpRequest request) throws IOException {
    HttpResponse<byte[]> response = whole(request);
    byte[] body = response.body();
    JsonNode read = body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
    return new Answer(response.statusCode(), read);
  }

  private HttpResponse<byte[]> whole(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

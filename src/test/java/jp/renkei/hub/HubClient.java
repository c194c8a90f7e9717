package jp.renkei.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import jp.renkei.api.Contract;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;

/**
 * Speaks to the hub under test as an upstream system or an operator would, and sees that every
 * answer stands in the contract.
 */
public class HubClient {

  public static final String FLOW = "assessment.mhlw-employment";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Contract contract = new Contract();
  private final Environment environment;
  private final Path data;

  HubClient(Environment environment, @Value("${renkei.data}") Path data) {
    this.environment = environment;
    this.data = data;
  }

  /** Where the hub listens. */
  public String url() {
    return "http://localhost:" + environment.getProperty("local.server.port");
  }

  /** A request to a path, as one of the demo's users, or as nobody where the user is null. */
  public HttpRequest.Builder request(String user, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
    return user == null ? request : request.header("Authorization", basic(user));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpRequest whole = request.build();
      HttpResponse<String> response = http.send(whole, BodyHandlers.ofString());
      assertThat(contract.faults(whole, response)).isEmpty();
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public HttpResponse<String> get(String user, String path) {
    return send(request(user, path).GET());
  }

  /** Posts a body under a key, as the caller nhi. */
  public HttpResponse<String> post(String key, String wait, String body) {
    return send(
        request("caller", "/api/v1/inquiries" + (wait == null ? "" : "?wait=" + wait))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Cancels an inquiry. */
  public HttpResponse<String> cancel(String user, String id) {
    return send(
        request(user, "/api/v1/inquiries/" + id + "/cancel")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\": \"no longer needed\"}")));
  }

  /** Puts a body to a mock agency's door. */
  public HttpResponse<String> mock(String path, String body) {
    return mock("mhlw", path, body);
  }

  /** Puts a body to a door of one of the mock agencies. */
  public HttpResponse<String> mock(String agency, String path, String body) {
    return send(
        request("admin", "/mock/agencies/" + agency + "/" + path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  /** A body that the flow accepts, about a resident. */
  public ObjectNode inquiry(String residentNumber) {
    ObjectNode body = json.createObjectNode().put("flow", FLOW);
    ObjectNode payload = body.putObject("payload");
    payload.put("residentNumber", residentNumber).put("birthDate", "1980-05-10");
    payload.putObject("period").put("from", "2025-04-01").put("to", "2026-11-22");
    payload.put("nonDisclosable", false);
    return body;
  }

  public JsonNode read(HttpResponse<String> response) {
    return read(response.body());
  }

  public JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A key that no other test uses. */
  public static String newKey() {
    return UUID.randomUUID().toString();
  }

  /**
   * One of the demo's users, {@code agency} for the Digital Agency's, as the value of an
   * Authorization header.
   */
  public String basic(String user) {
    try {
      String key = user.equals("agency") ? "agency-digital-agency" : user;
      JsonNode who =
          json.readTree(Files.readAllBytes(data.resolve("demo/credentials.json"))).get(key);
      String pair = who.get("user").textValue() + ":" + who.get("password").textValue();
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

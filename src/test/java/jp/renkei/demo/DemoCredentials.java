package jp.renkei.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The users that a hub makes for its demo, in {@code <data>/demo/credentials.json}. */
public final class DemoCredentials {

  /** A user with the password. */
  public record Credential(String user, String password) {

    /** The value of an {@code Authorization} header. */
    public String basic() {
      String pair = user + ":" + password;
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
  }

  private final ObjectMapper json = new ObjectMapper();
  private final Path file;

  /**
   * @param data the hub's data folder
   */
  public DemoCredentials(Path data) {
    file = data.resolve("demo").resolve("credentials.json");
  }

  /** Whether the hub has made them. */
  public boolean exist() {
    return Files.exists(file);
  }

  /**
   * The user of a role.
   *
   * @param role {@code caller}, {@code tax}, {@code operator}, …
   * @throws IllegalStateException when there is none, or no file
   */
  public Credential of(String role) {
    return Optional.ofNullable(read().get(role))
        .map(DemoCredentials::credential)
        .orElseThrow(() -> new IllegalStateException(file + " has no " + role));
  }

  /** The user whose name is a caller's id. */
  public Optional<Credential> ofCaller(String caller) {
    return StreamSupport.stream(read().spliterator(), false)
        .map(DemoCredentials::credential)
        .filter(credential -> credential.user().equals(caller))
        .findFirst();
  }

  private JsonNode read() {
    try {
      return json.readTree(file.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }

  private static Credential credential(JsonNode entry) {
    return new Credential(entry.get("user").asText(), entry.get("password").asText());
  }
}

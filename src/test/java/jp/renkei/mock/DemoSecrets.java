package jp.renkei.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import jp.renkei.protection.AgencySide;
import jp.renkei.protection.MessageCipher;

/** The secrets that a hub makes for its demo at the first start, in {@code <data>/demo/}. */
public final class DemoSecrets implements AgencySecrets, HttpsSecrets {

  private final ObjectMapper json = new ObjectMapper();
  private final Path demo;

  public DemoSecrets(Path data) {
    demo = data.resolve("demo");
  }

  @Override
  public String brokerPassword(String agency) throws NotYet {
    JsonNode password = read("broker.json").get("agency-" + agency);
    if (password == null) {
      throw new NotYet("broker.json names no agency-" + agency);
    }
    return password.asText();
  }

  @Override
  public MessageCipher cipher() throws NotYet {
    Path keys = demo.resolve("agency-keys.json");
    if (!Files.exists(keys)) {
      throw new NotYet("agency-keys.json is not there yet");
    }
    return AgencySide.cipher(keys);
  }

  @Override
  public URI inquiries(String agency) throws NotYet {
    return URI.create(connection(agency).path("url").asText());
  }

  @Override
  public String clientSecret(String agency) throws NotYet {
    return connection(agency).path("clientSecret").asText();
  }

  @Override
  public String callback(String agency) throws NotYet {
    JsonNode user = read("credentials.json").path("agency-" + agency);
    String pair = user.path("user").asText() + ":" + user.path("password").asText();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Where an agency is to listen for files.
   *
   * @throws NotYet while the hub has not made its key
   */
  int filePort(String agency) throws NotYet {
    JsonNode bulk = connection(agency).path("bulk");
    if (!bulk.has("port")) {
      throw new NotYet("agency-connections.json names no files of " + agency);
    }
    return bulk.get("port").asInt();
  }

  /** The key that the hub shows an agency when it brings files, as a line of OpenSSH. */
  String hubKey(String agency) throws NotYet {
    Path file = demo.resolve("public-" + connection(agency).at("/bulk/privateKey").asText());
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new NotYet("the hub's key for files to " + agency + " is not there yet");
    }
  }

  private JsonNode connection(String agency) throws NotYet {
    JsonNode connection = read("agency-connections.json").get(agency);
    if (connection == null) {
      throw new NotYet("agency-connections.json does not name " + agency);
    }
    return connection;
  }

  private JsonNode read(String name) throws NotYet {
    Path file = demo.resolve(name);
    try {
      if (Files.exists(file)) {
        return json.readTree(file.toFile());
      }
    } catch (IOException e) {
      // A file that is being written is as good as none; the next try reads it whole.
    }
    throw new NotYet(name + " is not there yet");
  }
}

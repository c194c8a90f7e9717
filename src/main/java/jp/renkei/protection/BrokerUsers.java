package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The broker's users and their passwords: {@code hub}, {@code caller-<id>}, {@code agency-<id>}.
 * Immutable.
 */
public final class BrokerUsers {

  private static final int PASSWORD_BYTES = 24;

  private final Map<String, String> passwords;

  private BrokerUsers(Map<String, String> passwords) {
    this.passwords = passwords;
  }

  /**
   * The users of a file; the demo makes those that are missing and leaves the others.
   *
   * @param needed the names that must be there
   */
  static BrokerUsers of(SecretFile file, Collection<String> needed) {
    if (file.demo()) {
      addMissing(file, needed);
    }
    Map<String, String> passwords = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : file.read().properties()) {
      passwords.put(entry.getKey(), entry.getValue().asText());
    }
    for (String name : needed) {
      if (passwords.getOrDefault(name, "").isBlank()) {
        throw file.refuse("holds no password for " + name, "Add \"" + name + "\": \"password\"");
      }
    }
    return new BrokerUsers(passwords);
  }

  private static void addMissing(SecretFile file, Collection<String> needed) {
    ObjectNode json =
        file.exists() && file.read() instanceof ObjectNode earlier
            ? earlier
            : JsonNodeFactory.instance.objectNode();
    int before = json.size();
    needed.stream()
        .filter(name -> !json.has(name))
        .forEach(name -> json.put(name, RandomText.ofBytes(PASSWORD_BYTES)));
    if (json.size() > before) {
      file.write(json);
    }
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(passwords.keySet());
  }

  /**
   * The user's password.
   *
   * @throws IllegalArgumentException when there is no such user
   */
  public String password(String name) {
    String password = passwords.get(name);
    if (password == null) {
      throw new IllegalArgumentException("no broker user is called " + name);
    }
    return password;
  }
}

package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import jp.renkei.protection.Users.Entry;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The demo's users, one for every column of the rights table, with passwords of its own making. */
enum DemoUsers {
  CALLER("nhi", Role.CALLER),
  TAX("tax", Role.CALLER),
  OPERATOR("operator", Role.OPERATOR),
  OPERATOR2("operator2", Role.OPERATOR),
  RELEASER("releaser", Role.RELEASER),
  AUDITOR("auditor", Role.AUDITOR),
  ADMIN("admin", Role.ADMIN);

  /** 24 random bytes cannot be guessed at any speed: the least strength saves a slow start. */
  private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder(4);

  private static final int PASSWORD_BYTES = 24;
  private static final String PREFIX = "agency-";

  private final User user;

  DemoUsers(String name, Role role) {
    this.user = new User(name, role, role == Role.CALLER ? new Caller(name, Share.DEMO) : null);
  }

  /**
   * The users of {@code credentials.json}; those that are missing are added. A caller there may say
   * how it takes {@code outcomes} and {@code questions}, as in production's users file.
   *
   * @param agencies the ids of the agencies that may call back; each is a user {@code agency-<id>}
   */
  static Users of(SecretFile file, Collection<String> agencies) {
    ObjectNode json = complete(file, agencies);
    List<Entry> entries = new ArrayList<>();
    for (DemoUsers each : values()) {
      entries.add(entry(file, json, each.key(), each.taking(file, json.path(each.key()))));
    }
    for (String agency : agencies) {
      String name = PREFIX + agency;
      entries.add(entry(file, json, name, new User(name, Role.AGENCY, null, agency)));
    }
    return new Users(entries);
  }

  private static Entry entry(SecretFile file, JsonNode json, String key, User user) {
    JsonNode password = json.path(key).path("password");
    if (!password.isTextual()) {
      throw file.refuse("names no password for " + key, "Remove the file");
    }
    return new Entry(user, BCRYPT.encode(password.textValue()));
  }

  private User taking(SecretFile file, JsonNode its) {
    if (user.role() != Role.CALLER) {
      return user;
    }
    try {
      Caller caller = user.caller();
      return new User(
          user.name(),
          user.role(),
          new Caller(
              caller.id(),
              caller.share(),
              Taking.of(its.path("outcomes").asText(Taking.POLL.name())),
              Taking.of(its.path("questions").asText(Taking.POLL.name()))));
    } catch (IllegalArgumentException e) {
      throw file.refuse(
          "has outcomes or questions of " + key() + " that are wrong",
          "Write one of \"poll\", \"queue\", \"both\"");
    }
  }

  private static ObjectNode complete(SecretFile file, Collection<String> agencies) {
    JsonNode found = file.exists() ? file.read() : JsonNodeFactory.instance.objectNode();
    if (!(found instanceof ObjectNode json)) {
      throw file.refuse("is no JSON object", "Remove the file");
    }
    int before = json.size();
    for (DemoUsers each : values()) {
      addMissing(json, each.key(), each.user.name());
    }
    agencies.stream().map(PREFIX::concat).forEach(name -> addMissing(json, name, name));
    if (json.size() > before) {
      file.write(json);
    }
    return json;
  }

  private static void addMissing(ObjectNode json, String key, String user) {
    if (!json.has(key)) {
      json.putObject(key).put("user", user).put("password", RandomText.ofBytes(PASSWORD_BYTES));
    }
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

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

  /** The callers' ids. */
  static List<String> callers() {
    List<String> callers = new ArrayList<>();
    for (DemoUsers each : values()) {
      if (each.user.caller() != null) {
        callers.add(each.user.caller().id());
      }
    }
    return callers;
  }

  /**
   * The users of {@code credentials.json}, which is made where it is missing.
   *
   * @param agencies the ids of the agencies that may call back; each is a user {@code agency-<id>},
   *     and is added where it is missing
   */
  static Users of(SecretFile file, Collection<String> agencies) {
    if (!file.exists()) {
      file.write(made());
    }
    ObjectNode json = withAgencies(file, agencies);
    List<Entry> entries = new ArrayList<>();
    for (DemoUsers each : values()) {
      entries.add(entry(file, json, each.key(), each.user));
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

  private static ObjectNode withAgencies(SecretFile file, Collection<String> agencies) {
    if (!(file.read() instanceof ObjectNode json)) {
      throw file.refuse("is no JSON object", "Remove the file");
    }
    int before = json.size();
    agencies.stream()
        .map(agency -> PREFIX + agency)
        .filter(name -> !json.has(name))
        .forEach(name -> add(json, name, name));
    if (json.size() > before) {
      file.write(json);
    }
    return json;
  }

  private static void add(ObjectNode json, String key, String user) {
    json.putObject(key).put("user", user).put("password", RandomText.ofBytes(PASSWORD_BYTES));
  }

  private static ObjectNode made() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (DemoUsers each : values()) {
      add(json, each.key(), each.user.name());
    }
    return json;
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

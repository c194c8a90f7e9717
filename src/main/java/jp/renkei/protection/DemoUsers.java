package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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

  private final User user;

  DemoUsers(String name, Role role) {
    this.user = new User(name, role, role == Role.CALLER ? new Caller(name) : null);
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

  /** The users of {@code credentials.json}, which is made where it is missing. */
  static Users of(SecretFile file) {
    if (!file.exists()) {
      file.write(made());
    }
    JsonNode json = file.read();
    List<Entry> entries = new ArrayList<>();
    for (DemoUsers each : values()) {
      JsonNode password = json.path(each.key()).path("password");
      if (!password.isTextual()) {
        throw file.refuse("names no password for " + each.key(), "Remove the file");
      }
      entries.add(new Entry(each.user, BCRYPT.encode(password.textValue())));
    }
    return new Users(entries);
  }

  private static ObjectNode made() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (DemoUsers each : values()) {
      json.putObject(each.key())
          .put("user", each.user.name())
          .put("password", RandomText.ofBytes(PASSWORD_BYTES));
    }
    return json;
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

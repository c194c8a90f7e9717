package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.Users.Entry;

/**
 * Reads production's users: {@code [{"user", "password": "{bcrypt}…", "role", "caller"}]}, where
 * only role {@code CALLER} has a caller id, and may have a {@code share}, {@code outcomes} and
 * {@code questions}; role {@code AGENCY} has an {@code agency} instead. Instead of the password, or
 * beside it, there may be the {@code subject} of the user's certificate.
 */
final class UsersFile {

  private static final String PREFIX = "{bcrypt}";
  private static final String HASH = "\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}";
  private static final String NAME = "[!-9;-~]{1,64}";

  /** It becomes part of a queue's name: no other characters. */
  private static final String CALLER = "(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*";

  private static final String OUTCOMES = "outcomes";
  private static final String QUESTIONS = "questions";

  private static final Set<String> FIELDS =
      Set.of(
          "user", "password", "subject", "role", "caller", "share", OUTCOMES, QUESTIONS, "agency");

  private static final Set<String> SHARE_FIELDS = Set.of("perSecond", "burst", "largestBody");
  private static final String SHARE_WRONG = "has a share that is wrong";
  private static final String SHARE_FORM =
      "Write an object with perSecond, burst and largestBody, each a whole number from 1,"
          + " largestBody at most "
          + Share.MOST_BYTES;

  private final SecretFile file;
  private final Set<String> names = new HashSet<>();
  private final Set<X500Principal> subjects = new HashSet<>();
  private final Map<String, Caller> callers = new HashMap<>();

  private UsersFile(SecretFile file) {
    this.file = file;
  }

  static Users read(SecretFile file) {
    return new UsersFile(file).users();
  }

  private Users users() {
    JsonNode json = file.read();
    if (!json.isArray() || json.isEmpty()) {
      throw file.refuse("names no users", "Write a JSON list of at least one user");
    }
    List<Entry> entries = new ArrayList<>();
    for (int number = 1; number <= json.size(); number++) {
      entries.add(entry(number, json.get(number - 1)));
    }
    return new Users(entries);
  }

  private Entry entry(int number, JsonNode json) {
    Set<String> fields = new HashSet<>();
    json.fieldNames().forEachRemaining(fields::add);
    refuseUnless(FIELDS.containsAll(fields), number, "has an unknown field", "Remove it");
    String name = json.path("user").asText();
    refuseUnless(
        name.matches(NAME), number, "has no name", "Write 1 to 64 visible characters, no colon");
    refuseUnless(names.add(name), number, "has an earlier user's name", "Choose another");
    refuseUnless(
        json.has("password") || json.has("subject"),
        number,
        "has neither a password nor a certificate",
        "Write \"password\", or the \"subject\" of its certificate, or both");
    return new Entry(
        user(number, name, json),
        json.has("password") ? hash(number, json.path("password").asText()) : null,
        json.has("subject") ? subject(number, json.path("subject").asText()) : null);
  }

  private User user(int number, String name, JsonNode json) {
    Role role = role(number, json.path("role").asText());
    String caller = json.path("caller").asText();
    refuseUnless(
        (role == Role.CALLER) != caller.isBlank(),
        number,
        "is a caller without a caller id, or has one without being a caller",
        "Write \"caller\" for role CALLER and only there");
    String agency = json.path("agency").asText();
    refuseUnless(
        (role == Role.AGENCY) != agency.isBlank(),
        number,
        "is an agency without its id, or has one without being an agency",
        "Write \"agency\" for role AGENCY and only there");
    refuseUnless(
        role == Role.CALLER || !json.has("share") && !json.has(OUTCOMES) && !json.has(QUESTIONS),
        number,
        "has a share, outcomes or questions without being a caller",
        "Write \"share\", \"outcomes\" and \"questions\" for role CALLER and only there");
    return new User(
        name,
        role,
        role == Role.CALLER ? caller(number, caller, json) : null,
        role == Role.AGENCY ? agency : null);
  }

  private Caller caller(int number, String id, JsonNode json) {
    refuseUnless(
        id.matches(CALLER),
        number,
        "has a caller id that no flow can name",
        "Write a-z, 0-9 and single hyphens, at most 60 characters, as in the permitted lists");
    Caller caller =
        new Caller(
            id,
            share(number, json.get("share")),
            taking(number, json, OUTCOMES),
            taking(number, json, QUESTIONS));
    refuseUnless(
        callers.computeIfAbsent(id, any -> caller).equals(caller),
        number,
        "has another share, other outcomes or questions than an earlier user of the same caller",
        "Write the same for both");
    return caller;
  }

  private Taking taking(int number, JsonNode json, String field) {
    try {
      return json.has(field) ? Taking.of(json.get(field).asText()) : Taking.POLL;
    } catch (IllegalArgumentException e) {
      throw refusal(
          number, "has " + field + " that are wrong", "Write one of \"poll\", \"queue\", \"both\"");
    }
  }

  /** What is left out is the usual. */
  private Share share(int number, JsonNode json) {
    if (json == null) {
      return Share.USUAL;
    }
    try {
      refuseUnless(json.isObject(), number, SHARE_WRONG, SHARE_FORM);
      json.fieldNames()
          .forEachRemaining(
              name ->
                  refuseUnless(
                      SHARE_FIELDS.contains(name) && json.get(name).isInt(),
                      number,
                      SHARE_WRONG,
                      SHARE_FORM));
      return new Share(
          json.path("perSecond").asInt(Share.USUAL.perSecond()),
          json.path("burst").asInt(Share.USUAL.burst()),
          json.path("largestBody").asInt(Share.USUAL.largestBody()));
    } catch (IllegalArgumentException e) {
      throw refusal(number, SHARE_WRONG, SHARE_FORM);
    }
  }

  private Role role(int number, String text) {
    try {
      return Role.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw refusal(number, "has an unknown role", "Write one of " + List.of(Role.values()));
    }
  }

  private String hash(int number, String text) {
    refuseUnless(
        text.startsWith(PREFIX) && text.substring(PREFIX.length()).matches(HASH),
        number,
        "has no hashed password",
        "Write {bcrypt} and a bcrypt hash, as htpasswd -nB makes");
    return text.substring(PREFIX.length());
  }

  private X500Principal subject(int number, String text) {
    try {
      X500Principal subject = new X500Principal(text);
      refuseUnless(
          !subject.getName().isEmpty() && subjects.add(subject),
          number,
          "has an earlier user's subject, or an empty one",
          "Give each user a certificate of its own");
      return subject;
    } catch (IllegalArgumentException e) {
      throw refusal(
          number,
          "has a subject that is no distinguished name",
          "Write it as openssl x509 -noout -subject -nameopt RFC2253 prints it");
    }
  }

  private void refuseUnless(boolean right, int number, String why, String remedy) {
    if (!right) {
      throw refusal(number, why, remedy);
    }
  }

  private StartRefused refusal(int number, String why, String remedy) {
    return file.refuse("is wrong: user number " + number + " " + why, remedy);
  }
}

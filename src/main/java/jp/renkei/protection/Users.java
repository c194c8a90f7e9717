package jp.renkei.protection;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The users of the HTTP door, their hashed passwords and their certificates. Immutable. */
public class Users {

  /** bcrypt compares no more, so that a longer password would match by its beginning. */
  private static final int LONGEST_PASSWORD = 72;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
  private final String anyHash;

  /**
   * @param entries at least one, with names that differ
   */
  Users(List<Entry> entries) {
    entries.forEach(entry -> this.entries.put(entry.user().name(), entry));
    this.anyHash =
        entries.stream()
            .map(Entry::hash)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> bcrypt.encode(""));
  }

  /** The user of that name. */
  public Optional<User> find(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::user);
  }

  /** The user whose certificate has that subject. */
  public Optional<User> find(X500Principal subject) {
    return entries.values().stream()
        .filter(entry -> subject.equals(entry.subject()))
        .map(Entry::user)
        .findFirst();
  }

  /** The upstream systems, each once. */
  public List<Caller> callers() {
    return entries.values().stream()
        .map(entry -> entry.user().caller())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  public Collection<User> all() {
    return entries.values().stream().map(Entry::user).toList();
  }

  /**
   * Whether this is the user's password. Costs one bcrypt, about 66 ms at strength 10, also for a
   * name that nobody has: the time does not tell who exists.
   */
  public boolean matches(String name, String password) {
    Entry entry = entries.get(name);
    boolean known = entry != null && entry.hash() != null;
    boolean same = bcrypt.matches(password, known ? entry.hash() : anyHash);
    boolean whole = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD;
    return same && whole && known;
  }

  /**
   * A user with a password, a certificate, or both.
   *
   * @param hash a bcrypt hash, 60 characters, without the prefix {@code {bcrypt}}, or null
   * @param subject the subject of the user's certificate, or null
   */
  record Entry(User user, String hash, X500Principal subject) {

    /** A user with a password only. */
    Entry(User user, String hash) {
      this(user, hash, null);
    }

    @Override
    public String toString() {
      return user.toString();
    }
  }
}

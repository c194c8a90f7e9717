package jp.renkei.protection;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The users of the HTTP door and their hashed passwords. Immutable. */
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
    this.anyHash = entries.get(0).hash();
  }

  /** The user of that name. */
  public Optional<User> find(String name) {
    return Optional.ofNullable(entries.get(name)).map(Entry::user);
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
    boolean same = bcrypt.matches(password, entry == null ? anyHash : entry.hash());
    boolean whole = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD;
    return same && whole && entry != null;
  }

  /**
   * A user with a password.
   *
   * @param hash a bcrypt hash, 60 characters, without the prefix {@code {bcrypt}}
   */
  record Entry(User user, String hash) {

    @Override
    public String toString() {
      return user.toString();
    }
  }
}

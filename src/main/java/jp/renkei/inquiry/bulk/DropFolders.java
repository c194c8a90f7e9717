package jp.renkei.inquiry.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.Caller;
import jp.renkei.protection.User;
import jp.renkei.protection.Users;

/**
 * The folders of the callers that may ask by files: {@code callers/<caller>} among the partners'.
 */
public final class DropFolders implements AutoCloseable {

  private final Map<String, Caller> callers = new TreeMap<>();
  private final Map<String, CallerFolder> folders = new TreeMap<>();

  /**
   * @param named their ids with commas; nothing for none
   * @param all whether, where none is named, all callers are meant
   * @throws StartRefused where one is no caller
   */
  DropFolders(Path partners, String named, boolean all, Users users) {
    Map<String, Caller> known = new TreeMap<>();
    users.all().stream()
        .map(User::caller)
        .filter(Objects::nonNull)
        .forEach(caller -> known.put(caller.id(), caller));
    List<String> wanted =
        named.isBlank()
            ? (all ? List.copyOf(known.keySet()) : List.of())
            : Arrays.stream(named.split(",")).map(String::trim).toList();
    for (String id : wanted) {
      // it becomes a folder's name
      if (!known.containsKey(id) || !id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
        throw new StartRefused(
            "RENKEI_DROP_FOLDERS names " + id + ", which is no caller or cannot be a folder's name",
            "Name callers of the users file, with commas");
      }
      callers.put(id, known.get(id));
      folders.put(id, made(new CallerFolder(partners.resolve("callers").resolve(id))));
    }
  }

  /** The callers' ids. */
  public List<String> callers() {
    return List.copyOf(callers.keySet());
  }

  /** Where a caller puts its files. */
  public Path in(String caller) {
    return of(caller).in();
  }

  /** The names that are picked up, as a regular expression. */
  public String names() {
    return CallerFolder.NAMES;
  }

  CallerFolder of(String caller) {
    return folders.get(caller);
  }

  Caller caller(String id) {
    return callers.get(id);
  }

  @Override
  public void close() throws IOException {
    for (CallerFolder folder : folders.values()) {
      folder.close();
    }
  }

  private static CallerFolder made(CallerFolder folder) {
    try {
      folder.make();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of a caller cannot be made", e);
    }
  }
}

package jp.renkei.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What an agency of the demo needs of this room: the same keys from the other side. */
public final class AgencySide implements Supplier<Map<String, AgencyKeys>> {

  private final SecretFile file;
  private FileTime modified;
  private Map<String, AgencyKeys> keys;

  private AgencySide(SecretFile file) {
    this.file = file;
  }

  /**
   * The cipher with the keys that the hub has, as they are at each message.
   *
   * @param agencyKeys {@code agency-keys.json}
   */
  public static MessageCipher cipher(Path agencyKeys) {
    return new JweMessageCipher(
        new AgencySide(new SecretFile(agencyKeys, "RENKEI_AGENCY_KEYS", false)));
  }

  @Override
  public synchronized Map<String, AgencyKeys> get() {
    try {
      FileTime now = Files.getLastModifiedTime(file.path());
      if (!now.equals(modified)) {
        keys = AgencyKeys.of(file, file.read(), List.of());
        modified = now;
      }
      return keys;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

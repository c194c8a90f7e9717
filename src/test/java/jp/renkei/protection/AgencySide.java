package jp.renkei.protection;

import java.nio.file.Path;
import java.util.List;

/** What an agency of the demo needs of this room: the same keys from the other side. */
public final class AgencySide {

  private AgencySide() {}

  /**
   * The cipher with the keys that the hub has made.
   *
   * @param agencyKeys {@code agency-keys.json}
   */
  public static MessageCipher cipher(Path agencyKeys) {
    SecretFile file = new SecretFile(agencyKeys, "RENKEI_AGENCY_KEYS", false);
    return new JweMessageCipher(AgencyKeys.of(file, List.of()));
  }
}

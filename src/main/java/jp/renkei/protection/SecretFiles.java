package jp.renkei.protection;

import java.io.IOException;
import java.nio.file.Path;
import jp.renkei.problem.StartRefused;

/** Chooses the file of each secret: the one that is named, the demo's own, or none at all. */
final class SecretFiles {

  private final ProtectionSettings settings;

  SecretFiles(ProtectionSettings settings) {
    this.settings = settings;
  }

  SecretFile keyset() {
    return apart(choose(settings.keyset(), "RENKEI_KEYSET", "keyset.json"));
  }

  SecretFile agencyKeys() {
    return apart(choose(settings.agencyKeys(), "RENKEI_AGENCY_KEYS", "agency-keys.json"));
  }

  SecretFile users() {
    return choose(settings.users(), "RENKEI_USERS", "credentials.json");
  }

  SecretFile brokerUsers() {
    return choose(settings.brokerUsers(), "RENKEI_BROKER_USERS", "broker.json");
  }

  /** What tells a keyset that does not fit the data from one that does. */
  SecretFile witness() {
    return new SecretFile(settings.data().resolve("keyset-witness.json"), "RENKEI_DATA", false);
  }

  private SecretFile choose(String named, String variable, String demoName) {
    if (!named.isBlank()) {
      return new SecretFile(Path.of(named.strip()), variable, false);
    }
    if (settings.demo()) {
      return new SecretFile(settings.data().resolve("demo").resolve(demoName), variable, true);
    }
    throw new StartRefused(
        variable + " names no file",
        "Set " + variable + " to the file that holds them, or start with --demo to try the hub");
  }

  /** A backup of the data folder must not hold the keys to it. */
  private SecretFile apart(SecretFile file) {
    if (!settings.demo() && real(file.path()).startsWith(real(settings.data()))) {
      throw file.refuse(
          "lies inside the data folder, so that a copy of the data holds its keys",
          "Move it to a place of its own");
    }
    return file;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // it does not exist; reading it tells so
      return path.toAbsolutePath().normalize();
    }
  }
}

package jp.renkei.protection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.renkei.problem.StartRefused;

/** Chooses the file of each secret: the one that is named, the demo's own, or none at all. */
final class SecretFiles {

  private static final String PRODUCTION = "production";

  private final ProtectionSettings settings;
  private final String keysetValue;

  /**
   * Looks which files are named.
   *
   * @param keysetValue the keyset itself, where it stands in the environment, or blank; no setting,
   *     because settings are shown
   * @throws StartRefused with all that are not, at once; and where a demo would run in production,
   *     before it has made anything
   */
  SecretFiles(ProtectionSettings settings, String keysetValue) {
    this.settings = settings;
    if (settings.demo() && PRODUCTION.equals(settings.environment())) {
      throw new StartRefused(
          "The demo, whose users and keys are its own, does not run in production",
          "Leave out --demo and renkei.demo, or set RENKEI_ENVIRONMENT to demo");
    }
    this.keysetValue = keysetValue;
    Map<String, String> keysets = keysets();
    if (keysets.size() > 1) {
      throw new StartRefused(
          "鍵セットの指定が重複しています。More than one keyset is configured: "
              + String.join(", ", keysets.keySet()),
          "いずれか一つだけを設定してください。Set exactly one of RENKEI_KEYSET, RENKEI_KEYSET_VALUE and"
              + " RENKEI_KEYSET_COMMAND");
    }
    Map<String, String> named = new LinkedHashMap<>();
    named.put("RENKEI_USERS", settings.users());
    named.put(
        "RENKEI_KEYSET (or RENKEI_KEYSET_VALUE, RENKEI_KEYSET_COMMAND)",
        String.join("", keysets.values()));
    named.put("RENKEI_AGENCY_KEYS", settings.agencyKeys());
    named.put("RENKEI_BROKER_USERS", settings.brokerUsers());
    named.values().removeIf(file -> !file.isBlank());
    if (!settings.demo() && !named.isEmpty()) {
      throw new StartRefused(
          "No users and keys are configured: "
              + String.join(", ", named.keySet())
              + (named.size() == 1 ? " names no file" : " name no file"),
          "Set each to its file (the README's \"Run it for real\" tells what is in them), or start with"
              + " --demo to try the hub with users and keys of its own");
    }
  }

  /** Where the keyset comes from; the demo's is made where it is missing. */
  SecretSource keyset() {
    if (!settings.keysetCommand().isBlank()) {
      return new KeysetCommand(settings.keysetCommand());
    }
    if (!keysetValue.isBlank()) {
      return new KeysetValue(keysetValue);
    }
    SecretFile file = apart(choose(settings.keyset(), "RENKEI_KEYSET", "keyset.json"));
    if (file.demo() && !file.exists()) {
      file.write(Keyset.made().json());
    }
    return file;
  }

  private Map<String, String> keysets() {
    Map<String, String> keysets = new LinkedHashMap<>();
    keysets.put("RENKEI_KEYSET", settings.keyset());
    keysets.put("RENKEI_KEYSET_VALUE", keysetValue);
    keysets.put("RENKEI_KEYSET_COMMAND", settings.keysetCommand());
    keysets.values().removeIf(String::isBlank);
    return keysets;
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

  /**
   * The connections of agencies reached over https, and of bulk channels.
   *
   * @throws StartRefused where none is named and this is no demo
   */
  SecretFile agencyConnections() {
    String variable = "RENKEI_AGENCY_CONNECTIONS";
    if (!settings.demo() && settings.agencyConnections().isBlank()) {
      throw new StartRefused(
          "The catalogue has agencies reached over https or by files, and "
              + variable
              + " names no file",
          "Set it to the file with their connections (the README's \"Run it for real\" tells what is"
              + " in it)");
    }
    return apart(choose(settings.agencyConnections(), variable, "agency-connections.json"));
  }

  /** What tells a keyset that does not fit the data from one that does. */
  SecretFile witness() {
    return new SecretFile(settings.data().resolve("keyset-witness.json"), "RENKEI_DATA", false);
  }

  /** Where a node tells which keys it uses, by their ids. */
  SecretFile report() {
    return new SecretFile(settings.data().resolve(KeysetReport.NAME), "RENKEI_DATA", false);
  }

  private SecretFile choose(String named, String variable, String demoName) {
    if (!named.isBlank()) {
      return new SecretFile(Path.of(named.strip()), variable, false);
    }
    return new SecretFile(settings.data().resolve("demo").resolve(demoName), variable, true);
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

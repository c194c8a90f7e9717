package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jp.renkei.flow.Agency;
import jp.renkei.flow.SampleAgency;
import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connections of bulk channels. */
class BulkConnectionsTest {

  private static final List<Agency> TOWNS = List.of(SampleAgency.withFiles("towns"));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() throws IOException {
    file = folder.resolve("agency-connections.json");
    Files.writeString(folder.resolve("hub.pem"), "a key");
    Files.writeString(folder.resolve("known_hosts"), "a host");
  }

  @Test
  void readsWhatIsSecretAndWhatIsItsOwn() throws IOException {
    BulkConnection towns =
        read("{\"towns\": {\"bulk\": {\"privateKey\": \"hub.pem\","
                + " \"knownHosts\": \"known_hosts\", \"port\": 2222}}}")
            .of("towns");

    assertThat(towns.privateKey()).isEqualTo(folder.resolve("hub.pem").toAbsolutePath());
    assertThat(towns.knownHosts()).isEqualTo(folder.resolve("known_hosts").toAbsolutePath());
    assertThat(towns.host()).isNull();
    assertThat(towns.port()).isEqualTo(2222);
    assertThat(towns.toString()).doesNotContain("hub.pem");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | no privateKey",
        "{'towns': {}} | no privateKey",
        "{'towns': {'bulk': {'privateKey': 'hub.pem'}}} | no knownHosts",
        "{'towns': {'bulk': {'privateKey': 'gone', 'knownHosts': 'known_hosts'}}} | a privateKey that",
        "{'towns': {'bulk': {'privateKey': 'hub.pem', 'knownHosts': 'gone'}}} | knownHosts that",
        "{'towns': {'bulk': {'privateKey': 'hub.pem', 'knownHosts': 'known_hosts', 'x': 1}}} | an unknown"
      })
  void refusesToStartAndSaysWhy(String json, String why) {
    StartRefused refused =
        catchThrowableOfType(StartRefused.class, () -> read(json.replace('\'', '"')));

    assertThat(refused.why()).contains(why).contains("towns");
  }

  /** One agency's file would be taken for the other's, which has the same name. */
  @Test
  void twoAgenciesHaveNoFolderInCommon() throws IOException {
    List<Agency> agencies =
        List.of(SampleAgency.withFiles("towns"), SampleAgency.withFiles("care"));
    String connection =
        "{\"bulk\": {\"privateKey\": \"hub.pem\", \"knownHosts\": \"known_hosts\"%s}}";
    String both = "{\"towns\": %s, \"care\": %s}";
    SecretFile secret = new SecretFile(file, "RENKEI_AGENCY_CONNECTIONS", false);

    Files.writeString(file, both.formatted(connection.formatted(""), connection.formatted("")));
    StartRefused refused =
        catchThrowableOfType(StartRefused.class, () -> BulkConnections.of(secret, agencies, 8444));
    assertThat(refused.why()).contains("care").contains("a folder that the agency towns has, too");

    Files.writeString(
        file, both.formatted(connection.formatted(""), connection.formatted(", \"port\": 2222")));
    assertThat(BulkConnections.of(secret, agencies, 8444).of("care").port()).isEqualTo(2222);
  }

  @Test
  void theDemoMakesAKeyOnceAndLeavesWhatIsThere() throws IOException {
    Files.writeString(file, "{\"bank\": {\"url\": \"https://there/\"}}");
    BulkConnection first = demo().of("towns");
    byte[] key = Files.readAllBytes(first.privateKey());

    assertThat(demo().of("towns")).isEqualTo(first);
    assertThat(first.privateKey()).hasBinaryContent(key);
    assertThat(first.port()).isEqualTo(8445);
    assertThat(Files.readString(file)).contains("https://there/");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.privateKey())))
        .isEqualTo("rw-------");
  }

  private BulkConnections demo() {
    return BulkConnections.of(new SecretFile(file, "RENKEI_AGENCY_CONNECTIONS", true), TOWNS, 8444);
  }

  private BulkConnections read(String json) throws IOException {
    Files.writeString(file, json);
    return BulkConnections.of(
        new SecretFile(file, "RENKEI_AGENCY_CONNECTIONS", false), TOWNS, 8444);
  }
}

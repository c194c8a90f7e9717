package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
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

class AgencyConnectionsTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final List<Agency> BANK = List.of(SampleAgency.https("bank"));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void place() throws IOException {
    file = folder.resolve("agency-connections.json");
    Files.writeString(folder.resolve("bank.pem"), "a certificate");
  }

  @Test
  void readsWhatIsSecretAndWhatIsItsOwn() throws IOException {
    AgencyConnection bank =
        read("{\"bank\": {\"url\": \"https://there/a\", \"tokenEndpoint\": \"https://there/t\","
                + " \"clientSecret\": \""
                + SECRET
                + "\", \"trustStore\": \"bank.pem\"}}")
            .of("bank");

    assertThat(bank.url()).isEqualTo(URI.create("https://there/a"));
    assertThat(bank.tokenEndpoint()).isEqualTo(URI.create("https://there/t"));
    assertThat(bank.clientSecret()).isEqualTo(SECRET);
    assertThat(bank.trustStore()).isEqualTo(folder.resolve("bank.pem").toAbsolutePath());
    assertThat(bank.keyStore()).isNull();
    assertThat(bank.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | no clientSecret",
        "{'bank': {'clientSecret': 'too-short-to-sign-with'}} | too short",
        "{'bank': {'clientSecret': 'SECRET', 'secret': 'x'}} | an unknown field",
        "{'bank': {'clientSecret': 'SECRET', 'url': 'http://there/'}} | a URL of bank",
        "{'bank': {'clientSecret': 'SECRET', 'url': 'https://me:x@there/'}} | a URL of bank",
        "{'bank': {'clientSecret': 'SECRET', 'trustStore': 'gone.pem'}} | cannot be read",
        "{'bank': {'clientSecret': 'SECRET', 'keyStore': 'bank.pem'}} | without mutualTls",
        "{'bank' | is not JSON"
      })
  void refusesToStartAndSaysWhy(String json, String why) {
    StartRefused refused =
        catchThrowableOfType(
            StartRefused.class, () -> read(json.replace('\'', '"').replace("SECRET", SECRET)));

    assertThat(refused.why()).contains(why).doesNotContain(SECRET).doesNotContain("me:x");
    assertThat(refused.remedy()).contains("RENKEI_AGENCY_CONNECTIONS");
  }

  @Test
  void theDemoMakesWhatIsMissingAndKeepsTheRest() throws IOException {
    AgencyConnection first = demo(BANK).of("bank");
    assertThat(first.url()).isEqualTo(URI.create("https://localhost:8444/bank/inquiries"));
    assertThat(first.clientSecret()).hasSizeGreaterThanOrEqualTo(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    AgencyConnections more = demo(List.of(BANK.get(0), SampleAgency.https("post")));

    assertThat(more.of("bank")).isEqualTo(first);
    assertThat(more.of("post").clientSecret()).isNotEqualTo(first.clientSecret());
    assertThat(more.of("post").url())
        .isEqualTo(URI.create("https://localhost:8445/post/inquiries"));
  }

  private AgencyConnections demo(List<Agency> agencies) {
    return AgencyConnections.of(
        new SecretFile(file, "RENKEI_AGENCY_CONNECTIONS", true), agencies, 8444);
  }

  private AgencyConnections read(String json) throws IOException {
    Files.writeString(file, json);
    return AgencyConnections.of(
        new SecretFile(file, "RENKEI_AGENCY_CONNECTIONS", false), BANK, 8444);
  }
}

package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.ProviderTables;
import jp.renkei.flow.SampleAgency;
import jp.renkei.flow.Title;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.ContentCipher.KeyLost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class ProtectionConfigurationTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;

  private Path data;
  private Path demo;

  @BeforeEach
  void folders() {
    data = home.resolve("data");
    demo = data.resolve("demo");
  }

  @Test
  void theDemoMakesItsSecretsForItsOwnerOnly() {
    demo("mhlw").run(started -> assertThat(started).hasNotFailed());

    assertThat(demo).isDirectoryContaining("glob:**/credentials.json");
    assertThat(files()).hasSize(4).allSatisfy((file, text) -> assertThat(text).isNotBlank());
    assertThat(modes())
        .containsOnlyKeys("agency-keys.json", "broker.json", "credentials.json", "keyset.json")
        .allSatisfy((file, mode) -> assertThat(mode).isEqualTo("rw-------"));
  }

  @Test
  void theDemosCredentialsAreAsTheInterfaceSays() {
    demo("mhlw")
        .run(
            started -> {
              JsonNode credentials = json(demo.resolve("credentials.json"));
              assertThat(credentials.fieldNames())
                  .toIterable()
                  .containsExactly(
                      "caller", "tax", "operator", "operator2", "releaser", "auditor", "admin");
              assertThat(credentials.at("/caller/user").textValue()).isEqualTo("nhi");
              assertThat(credentials.at("/tax/user").textValue()).isEqualTo("tax");
              AuthenticationProvider check = started.getBean(AuthenticationProvider.class);
              for (JsonNode each : credentials) {
                String password = each.get("password").textValue();
                assertThat(password).hasSizeGreaterThanOrEqualTo(24);
                assertThat(
                        check
                            .authenticate(
                                UsernamePasswordAuthenticationToken.unauthenticated(
                                    each.get("user").textValue(), password))
                            .isAuthenticated())
                    .isTrue();
              }
              Users users = started.getBean(Users.class);
              assertThat(users.find("nhi").orElseThrow().caller())
                  .isEqualTo(new Caller("nhi", Share.DEMO));
              assertThat(users.find("operator2").orElseThrow().role()).isEqualTo(Role.OPERATOR);
            });
  }

  @Test
  void aCallerOfTheDemoMayTakeWhatIsForItByQueue() throws IOException {
    Files.createDirectories(demo);
    Files.writeString(
        demo.resolve("credentials.json"),
        """
        {"caller": {"user": "nhi", "password": "of my own", "outcomes": "both", "questions": "queue"}}
        """);

    demo("mhlw")
        .run(
            started -> {
              Users users = started.getBean(Users.class);
              assertThat(users.find("nhi").orElseThrow().caller())
                  .isEqualTo(new Caller("nhi", Share.DEMO, Taking.BOTH, Taking.QUEUE));
              assertThat(users.matches("nhi", "of my own")).isTrue();
              assertThat(users.find("tax").orElseThrow().caller())
                  .isEqualTo(new Caller("tax", Share.DEMO));
            });
  }

  @Test
  void aDemoWithAWrongWordForItIsRefused() throws IOException {
    Files.createDirectories(demo);
    Files.writeString(
        demo.resolve("credentials.json"),
        "{\"tax\": {\"user\": \"tax\", \"password\": \"p\", \"questions\": \"fax\"}}");

    demo("mhlw")
        .run(
            failed ->
                refused(
                    failed.getStartupFailure(),
                    "outcomes or questions of tax that are wrong",
                    "\"both\""));
  }

  @Test
  void theDemosBrokerUsersAreAsTheInterfaceSays() {
    demo("mhlw")
        .run(
            started -> {
              BrokerUsers users = started.getBean(BrokerUsers.class);
              assertThat(users.names())
                  .containsExactlyInAnyOrder("hub", "caller-nhi", "caller-tax", "agency-mhlw");
              JsonNode broker = json(demo.resolve("broker.json"));
              assertThat(users.password("hub")).isEqualTo(broker.get("hub").textValue());
              assertThat(users.password("agency-mhlw")).hasSizeGreaterThanOrEqualTo(24);
            });
  }

  @Test
  void aSecondStartKeepsTheSecrets() {
    demo("mhlw").run(started -> assertThat(started).hasNotFailed());
    Map<String, String> before = files();

    demo("mhlw").run(started -> assertThat(started).hasNotFailed());

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aNewAgencyGetsItsSecretsAndTheOthersKeepTheirs() {
    demo("mhlw").run(started -> assertThat(started).hasNotFailed());
    JsonNode broker = json(demo.resolve("broker.json"));
    JsonNode keys = json(demo.resolve("agency-keys.json"));

    demo("mhlw", "pension").run(started -> assertThat(started).hasNotFailed());

    ObjectNode brokerNow = json(demo.resolve("broker.json"));
    ObjectNode keysNow = json(demo.resolve("agency-keys.json"));
    assertThat(brokerNow.remove("agency-pension")).isNotNull();
    assertThat(brokerNow).isEqualTo(broker);
    assertThat(keysNow.remove("pension").get("newest").textValue()).isEqualTo("pension-1");
    assertThat(keysNow).isEqualTo(keys);
  }

  @Test
  void withoutUsersAndWithoutDemoTheStartIsRefused() {
    production(Map.of("users", ""))
        .run(
            failed ->
                refused(
                    failed.getStartupFailure(), "RENKEI_USERS names no file", "start with --demo"));
    assertThat(demo).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"renkei.environment=production", "renkei.agency-keys="})
  void theDemoIsRefusedInProductionWhichIsWhereNothingElseIsSaid(String setting) {
    context("mhlw")
        .withPropertyValues("renkei.demo=true", setting)
        .run(
            failed ->
                refused(
                    failed.getStartupFailure(),
                    "does not run in production",
                    "RENKEI_ENVIRONMENT to demo"));
    assertThat(demo).doesNotExist();
  }

  @Test
  void productionStartsOnFilesOfItsOwn() {
    production(Map.of())
        .run(
            started -> {
              assertThat(started).hasNotFailed();
              assertThat(started.getBean(BrokerUsers.class).password("hub")).isEqualTo("h");
              assertThat(started.getBean(MessageCipher.class).keyId("mhlw")).isEqualTo("mhlw-7");
              assertThat(demo).doesNotExist();
            });
  }

  @Test
  void aKeysetInsideTheDataFolderIsRefused() throws IOException {
    Path inside = Files.createDirectories(data.resolve("deep")).resolve("k.json");
    new SecretFile(inside, "", false).write(Keyset.made().json());
    Path link = Files.createSymbolicLink(home.resolve("link.json"), inside);

    for (Path keyset : List.of(inside, link)) {
      production(Map.of("keyset", keyset.toString()))
          .run(
              failed ->
                  refused(
                      failed.getStartupFailure(),
                      "lies inside the data folder",
                      "Move it to a place of its own"));
    }
  }

  @Test
  void aKeysetMayStandInTheEnvironmentOrComeFromACommand() {
    String text = Keyset.made().json().toString();
    Path file = write("elsewhere.json", text);

    production(Map.of("keyset", ""))
        .withPropertyValues("RENKEI_KEYSET_VALUE=" + text)
        .run(started -> assertThat(started).hasNotFailed());
    production(Map.of("keyset", "", "keyset-command", "cat " + file))
        .run(started -> assertThat(started).hasNotFailed());
    production(Map.of("keyset", "", "keyset-command", "echo " + Keyset.made().json()))
        .run(
            failed -> assertThat(failed.getStartupFailure()).hasRootCauseInstanceOf(KeyLost.class));
  }

  @Test
  void aKeysetInTheEnvironmentIsToldNowhere() {
    String text = "{\"content\": \"hunter2\", \"broken";

    production(Map.of("keyset", ""))
        .withPropertyValues("RENKEI_KEYSET_VALUE=" + text)
        .run(
            failed -> {
              refused(failed.getStartupFailure(), "RENKEI_KEYSET_VALUE", "JSON");
              assertThat(failed.getStartupFailure()).hasStackTraceContaining("RENKEI_KEYSET_VALUE");
              StringWriter trace = new StringWriter();
              failed.getStartupFailure().printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("hunter2");
            });
    production(Map.of("keyset", ""))
        .withPropertyValues("RENKEI_KEYSET_VALUE=" + Keyset.made().json())
        .run(
            started ->
                assertThat(started.getBean(ProtectionSettings.class).toString())
                    .doesNotContain("primaryKeyId"));
  }

  @Test
  void moreThanOneKeysetIsRefused() {
    production(Map.of("keyset-command", "cat somewhere"))
        .run(
            failed ->
                refused(
                    failed.getStartupFailure(),
                    "鍵セットの指定が重複しています。More than one keyset is configured: RENKEI_KEYSET,"
                        + " RENKEI_KEYSET_COMMAND",
                    "いずれか一つ"));
  }

  @Test
  void noKeysetAtAllIsRefused() {
    production(Map.of("keyset", ""))
        .run(
            failed ->
                refused(
                    failed.getStartupFailure(),
                    "RENKEI_KEYSET (or RENKEI_KEYSET_VALUE, RENKEI_KEYSET_COMMAND) names no file",
                    "start with --demo"));
  }

  @Test
  void aKeysetThatIsMissingIsRefused() {
    production(Map.of("keyset", home.resolve("nowhere.json").toString()))
        .run(
            failed ->
                refused(
                    failed.getStartupFailure(),
                    "nowhere.json cannot be read",
                    "it is named by RENKEI_KEYSET"));
  }

  @Test
  void aKeysetThatIsNoneIsRefused() {
    for (String text : List.of("{}", "{\"content\": {\"key\": \"hunter2\"}}", "hunter2")) {
      Path file = write("broken.json", text);
      production(Map.of("keyset", file.toString()))
          .run(
              failed -> {
                refused(failed.getStartupFailure(), "broken.json", "RENKEI_KEYSET");
                assertThat(failed.getStartupFailure())
                    .rootCause()
                    .message()
                    .doesNotContain("hunter2");
              });
    }
  }

  @Test
  void anAgencyWithoutItsKeyIsRefused() {
    for (String text :
        List.of(
            "{}",
            "{\"mhlw\": {\"newest\": \"b\", \"keys\": {}}}",
            "{\"mhlw\": {\"newest\": \"a\", \"keys\": {\"a\": \"c2hvcnQ\"}}}")) {
      Path file = write("short.json", text);
      production(Map.of("agency-keys", file.toString()))
          .run(failed -> refused(failed.getStartupFailure(), "short.json", "RENKEI_AGENCY_KEYS"));
    }
  }

  @Test
  void aBrokerUserWithoutPasswordIsRefused() {
    Path file = write("hub-only.json", "{\"hub\": \"h\"}");
    production(Map.of("broker-users", file.toString()))
        .run(
            failed ->
                refused(
                    failed.getStartupFailure(), "no password for agency-mhlw", "Add \"agency-"));
    production(Map.of("broker-users", file.toString(), "broker.url", "tcp://broker:61616"))
        .run(started -> assertThat(started).hasNotFailed());
  }

  @Test
  void aKeysetThatDoesNotFitTheDataIsToldAtTheStart() throws IOException {
    demo("mhlw").run(started -> assertThat(started).hasNotFailed());
    Files.delete(demo.resolve("keyset.json"));

    demo("mhlw")
        .run(
            failed ->
                assertThat(failed.getStartupFailure())
                    .hasRootCauseInstanceOf(KeyLost.class)
                    .rootCause()
                    .hasMessageContaining("written with another keyset"));
  }

  @Test
  void aRotatedKeysetFitsTheDataAndBearsWitnessFromThenOn() throws Exception {
    demo("mhlw").run(started -> assertThat(started).hasNotFailed());
    SecretFile file = new SecretFile(demo.resolve("keyset.json"), "", true);
    Keyset first = Keyset.of(file);
    Keyset second = new Keyset(Rotation.of(first.content()), first.search());
    Keyset third = new Keyset(Rotation.withoutOldest(second.content()), first.search());

    for (Keyset each : List.of(second, third)) {
      file.write(each.json());
      demo("mhlw").run(started -> assertThat(started).hasNotFailed());
    }
  }

  private ApplicationContextRunner demo(String... agencies) {
    return context(agencies)
        .withPropertyValues(
            "renkei.demo=true", "renkei.environment=demo", "renkei.keyset=", "renkei.users=");
  }

  private ApplicationContextRunner production(Map<String, String> changes) {
    Path keyset = home.resolve("keyset.json");
    SecretFile file = new SecretFile(keyset, "", false);
    if (!file.exists()) {
      file.write(Keyset.made().json());
    }
    Map<String, String> properties = new TreeMap<>();
    properties.put("keyset", keyset.toString());
    String key = RandomText.ofBytes(32);
    properties.put(
        "agency-keys",
        write(
                "agency-keys.json",
                "{\"mhlw\":{\"newest\":\"mhlw-7\",\"keys\":{\"mhlw-7\":\"" + key + "\"}}}")
            .toString());
    String hash = "$2a$10$" + "a".repeat(53);
    properties.put(
        "users",
        write(
                "users.json",
                "[{\"user\":\"yamada\",\"password\":\"{bcrypt}" + hash + "\",\"role\":\"ADMIN\"}]")
            .toString());
    properties.put(
        "broker-users", write("broker.json", "{\"hub\":\"h\",\"agency-mhlw\":\"m\"}").toString());
    properties.putAll(changes);
    return context("mhlw")
        .withPropertyValues(
            properties.entrySet().stream()
                .map(entry -> "renkei." + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new));
  }

  private ApplicationContextRunner context(String... agencies) {
    List<Agency> all =
        Stream.of(agencies).map(id -> SampleAgency.jms(id, new Title(id, id), 1, 1)).toList();
    return new ApplicationContextRunner()
        .withUserConfiguration(ProtectionConfiguration.class)
        .withBean(Clock.class, Clock::systemUTC)
        .withBean(Catalogue.class, () -> new Catalogue(List.of(), all, ProviderTables.NONE))
        .withPropertyValues("renkei.data=" + data);
  }

  private static void refused(Throwable failure, String why, String remedy) {
    assertThat(failure).rootCause().isNotNull();
    Throwable cause = failure;
    while (!(cause instanceof StartRefused)) {
      cause = cause.getCause();
    }
    assertThat(((StartRefused) cause).why()).contains(why);
    assertThat(((StartRefused) cause).remedy()).contains(remedy);
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(home.resolve(name), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> files() {
    return each(Files::readString);
  }

  private Map<String, String> modes() {
    return each(file -> PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  private Map<String, String> each(Fact fact) {
    try (Stream<Path> files = Files.list(demo)) {
      Map<String, String> facts = new TreeMap<>();
      for (Path file : files.toList()) {
        facts.put(file.getFileName().toString(), fact.of(file));
      }
      return facts;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode json(Path file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Fact {
    String of(Path file) throws IOException;
  }
}

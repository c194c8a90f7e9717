package jp.renkei.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class AgenciesAloneTest {

  private static final String FAULTS = "/mock/agencies/mhlw/faults";
  private static final Credential ADMIN = new Credential("admin", "p1");

  @TempDir Path data;
  private ConfigurableApplicationContext context;
  private HubClient agencies;

  @BeforeEach
  void startBeforeAnyHub() {
    context =
        new SpringApplication(AgenciesAlone.class)
            .run(
                "--server.port=0",
                "--renkei.environment=test",
                "--renkei.data=" + data,
                "--renkei.broker.url=vm://404");
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    agencies = new HubClient(URI.create("http://127.0.0.1:" + port));
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void doNotStartInProduction() {
    SpringApplication agencies = new SpringApplication(AgenciesAlone.class);

    assertThatException()
        .isThrownBy(
            () ->
                agencies.run(
                    "--server.port=0",
                    "--renkei.environment=production",
                    "--renkei.data=" + data,
                    "--renkei.broker.url=vm://404"))
        .havingRootCause()
        .isInstanceOf(StartRefused.class)
        .withMessageContaining("Mock agencies do not start in production");
  }

  @Test
  void nothingOfAHubStarts() {
    assertThat(context.containsBean("dataSource")).isFalse();
    assertThat(context.containsBean("camelContext")).isFalse();
  }

  @Test
  void waitForTheHubToMakeItsUsersAndThenLetItsAdminIn() throws IOException {
    assertThat(agencies.get(null, FAULTS).status()).isEqualTo(401);
    assertThat(agencies.get(ADMIN, FAULTS).status()).isEqualTo(401);
    Files.createDirectories(data.resolve("demo"));
    Files.writeString(
        data.resolve("demo").resolve("credentials.json"),
        """
        {"admin": {"user": "admin", "password": "p1"},
         "operator": {"user": "operator", "password": "p2"}}
        """);
    assertThat(agencies.get(ADMIN, FAULTS).status()).isEqualTo(200);
    assertThat(agencies.get(new Credential("operator", "p2"), FAULTS).status()).isEqualTo(401);
    assertThat(agencies.get(new Credential("admin", "p2"), FAULTS).status()).isEqualTo(401);
  }

  @Test
  void agenciesCanBeToldTheirFaultsBeforeTheBrokerAnswers() throws IOException {
    Files.createDirectories(data.resolve("demo"));
    Files.writeString(
        data.resolve("demo").resolve("credentials.json"),
        "{\"admin\": {\"user\": \"admin\", \"password\": \"p1\"}}");
    assertThat(agencies.put(ADMIN, FAULTS, "{\"down\": true}").status()).isEqualTo(200);
    assertThat(agencies.get(ADMIN, FAULTS).body().get("down").asBoolean()).isTrue();
    assertThat(agencies.put(ADMIN, FAULTS, "{\"dwn\": true}").status()).isEqualTo(422);
  }
}

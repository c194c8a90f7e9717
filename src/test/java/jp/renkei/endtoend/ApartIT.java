package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.routing.BrokerProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub whose database (PostgreSQL) and broker are processes of their own: they come after it, and
 * each of the three is killed under load.
 */
class ApartIT {

  private static final Duration SOON = JavaProcess.PATIENCE;
  private static final int EACH = 150;

  @TempDir Path folder;
  private PostgresProcess database;
  private BrokerProcess broker;
  private Rig rig;

  @BeforeEach
  void nothingRunsYet() throws IOException {
    // whoever runs a broker elsewhere makes its users, and tells the hub its own
    Files.createDirectories(secrets().getParent());
    Files.writeString(
        secrets(), "{\"hub\": \"one\", \"caller-nhi\": \"two\", \"agency-mhlw\": \"three\"}");
    List<Integer> ports = FreePorts.of(4);
    database = new PostgresProcess(folder, ports.get(3));
    broker = new BrokerProcess(folder.resolve("data"), ports.get(1), JavaProcess.FRUGAL);
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("RENKEI_BROKER_URL", broker.url());
    rig = new Rig(folder, ports, settings);
  }

  @Test
  void waitsForWhatComesLaterAndLosesNothingWhenAnyIsKilled() throws IOException {
    rig.hub.start();
    await("hub that says what it waits for")
        .atMost(SOON)
        .until(() -> rig.hub.output().contains("Connection error"));
    database.start();
    await("hub that is up, and not ready without its broker")
        .atMost(SOON)
        .until(() -> rig.hub.readiness() == 503);
    broker.start().awaitReady();
    rig.hub.awaitReady();
    rig.agencies.start().awaitReady();

    Load load = rig.load("apart", 6 * EACH).start(8);
    load.awaitAccepted(EACH, SOON);
    database.kill9();
    database.start();
    load.awaitAccepted(2 * EACH, SOON);
    broker.kill9();
    broker.start().awaitReady();
    load.awaitAccepted(3 * EACH, SOON);
    rig.hub.kill9();
    rig.hub.start().awaitReady();
    load.awaitAccepted(4 * EACH, SOON);
    broker.kill9();
    database.kill9();
    database.start();
    broker.start().awaitReady();
    rig.hub.awaitReady();

    assertThat(rig.settle(load))
        .containsOnlyKeys("ANSWERED", "NO_DATA", "NOT_IDENTIFIED", "REJECTED", "WITHHELD");
  }

  private Path secrets() {
    return folder.resolve("data/demo/broker.json");
  }

  @AfterEach
  void stop() {
    rig.close();
    broker.close();
    database.close();
  }
}

package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 1 to 3 of the design, with processes that are killed under load. */
class KillIT {

  private static final int CALLERS = 8;
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;

  private Rig rig;

  @BeforeEach
  void start() {
    rig = new Rig(folder, Map.of());
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void hubThatIsKilledAgainAndAgainLosesNothing() throws IOException {
    rig.agencies.misbehave("mhlw", "{\"delayMs\": 50, \"duplicateRate\": 0.1, \"shuffle\": 5}");
    Load load = rig.load("hub-killed", 1_500).start(CALLERS);
    for (int accepted = 300; accepted <= 900; accepted += 300) {
      load.awaitAccepted(accepted, SOON);
      rig.hub.kill9();
      rig.hub.start().awaitReady();
    }
    assertThat(rig.settle(load)).containsKeys("ANSWERED", "NO_DATA");
  }

  @Test
  void agencyThatIsKilledAgainAndAgainLosesNothing() throws IOException {
    Load load = rig.load("agency-killed", 1_000).start(CALLERS);
    for (int received = 200; received <= 600; received += 200) {
      rig.agencies.awaitReceived(Rig.AGENCY, received, SOON);
      rig.agencies.kill9();
      rig.agencies.start().awaitReady();
    }
    assertThat(rig.settle(load)).containsKeys("ANSWERED", "NO_DATA");
  }

  @Test
  void failuresThatPassAreRetriedUntilTheAnswerComes() throws IOException {
    rig.agencies.misbehave("mhlw", "{\"errorRate\": 0.2, \"shuffle\": 3}");
    Load load = rig.load("retried", 100).start(CALLERS);
    assertThat(rig.settle(load)).doesNotContainKeys("FAILED", "EXPIRED");
  }
}

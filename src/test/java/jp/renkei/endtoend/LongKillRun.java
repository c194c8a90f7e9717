package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of kills under load, by hand: {@code mvn test-compile surefire:test -Dtest=LongKillRun
 * -Drenkei.kills=200}, after {@code mvn package}. One kill in four comes while the hub is still
 * starting, so that recovery is killed too; the agency is killed with every tenth. The figures go
 * to {@code target/long-kill-run.txt}.
 */
class LongKillRun {

  private static final int KILLS = Integer.getInteger("renkei.kills", 20);
  private static final int EACH = 150;
  private static final Duration SOON = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void nothingIsLostAndNothingDoneTwice() throws IOException {
    Random random = new Random(Long.getLong("renkei.seed", 20261122L));
    long begun = System.nanoTime();
    int starting = 0;
    try (Rig rig = Rig.together(folder)) {
      rig.agencies.misbehave("mhlw", "{\"delayMs\": 20, \"duplicateRate\": 0.05, \"shuffle\": 4}");
      Load load = rig.load("long", KILLS * EACH).start(6);
      for (int kill = 1; kill <= KILLS; kill++) {
        if (random.nextInt(4) == 0) {
          starting++;
          LockSupport.parkNanos(Duration.ofMillis(random.nextInt(6_000)).toNanos());
        } else {
          rig.hub.awaitReady();
          int more = Math.min(load.accepted().size() + random.nextInt(EACH), KILLS * EACH);
          load.awaitAccepted(more, SOON);
        }
        rig.hub.kill9();
        rig.hub.start();
        if (kill % 10 == 0) {
          rig.agencies.kill9();
          rig.agencies.start().awaitReady();
          rig.agencies.misbehave("mhlw", "{\"delayMs\": 20, \"duplicateRate\": 0.05}");
        }
      }
      rig.hub.awaitReady();
      load.awaitDone(Duration.ofMinutes(10));
      Map<String, Integer> outcomes = rig.settle(load);
      report(
          "%d kills of the hub (%d while it started), %d inquiries, outcomes %s, %d s"
              .formatted(
                  KILLS,
                  starting,
                  load.accepted().size(),
                  outcomes,
                  Duration.ofNanos(System.nanoTime() - begun).toSeconds()));
      assertThat(load.accepted()).hasSize(KILLS * EACH);
    }
  }

  private static void report(String figures) throws IOException {
    Files.writeString(Path.of("target", "long-kill-run.txt"), figures + System.lineSeparator());
  }
}

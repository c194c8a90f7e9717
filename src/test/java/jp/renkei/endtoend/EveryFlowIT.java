package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.operations.ShippedCatalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mixed inquiries under mixed faults all end, none wrong: golden cases of every flow that the hub
 * has, by every channel and door, both lanes, two callers, and a hub that is killed three times.
 * {@code -Drenkei.mixed=10000} is the whole of it, {@code -Drenkei.seed=…} another one. The figures
 * go to {@code target/every-flow.txt}.
 */
class EveryFlowIT {

  private static final int INQUIRIES = Integer.getInteger("renkei.mixed", 600);
  private static final long SEED = Long.getLong("renkei.seed", 20261129L);
  private static final Duration DEADLINE = Duration.ofSeconds(INQUIRIES > 3_000 ? 75 : 45);
  private static final Duration PATIENCE = JavaProcess.PATIENCE;

  @TempDir Path folder;

  @Test
  void mixedInquiriesUnderMixedFaultsAllEndAndNoneIsWrong() throws IOException {
    long begun = System.nanoTime();
    Random random = new Random(SEED);
    Path outside = folder.resolve("outside");
    Map<String, String> settings = QuickCatalogue.everywhere(outside);
    try (Rig rig = new Rig(folder, FreePorts.of(3), settings)) {
      rig.agencies.start();
      rig.hub.start().awaitReady();
      Duration deadline = deadline(Duration.ofNanos(System.nanoTime() - begun));
      Mix mix = new Mix(ShippedCatalogue.catalogue(outside), SEED, INQUIRIES, deadline.toString());
      rig.agencies.awaitReady();
      try (MixedRun run = new MixedRun(rig, mix).start()) {
        run.awaitAccepted(0.1 + random.nextDouble() / 10, PATIENCE);
        kill(rig);
        run.everybodyIsBack();
        run.awaitAccepted(0.4 + random.nextDouble() / 2, PATIENCE);
        kill(rig);
        run.awaitAccepted(1, PATIENCE);
        kill(rig);
        run.awaitEnds(PATIENCE.plus(deadline));
        run.ownerAnswersAgain();

        Collection<Accepted> accepted = run.accepted();
        MixedCheck check =
            new MixedCheck(rig, mix)
                .each(accepted, run.queue())
                .whole("nhi", accepted)
                .whole("tax", accepted)
                .shown(run.owner(), accepted);

        report(check, begun);
        assertThat(accepted).hasSize(INQUIRIES);
        assertThat(check.wrong()).isEmpty();
        assertThat(run.queue().faults()).isEmpty();
        assertThat(run.faults()).isEmpty();
        assertThat(check.outcomes()).containsOnlyKeys(flows(rig));
        assertNotVain(check);
      }
    }
  }

  /**
   * So long that what waits for a killed hub to be back is not over by then, however slow it is.
   */
  private static Duration deadline(Duration start) {
    Duration least = start.multipliedBy(3).plusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
    return least.compareTo(DEADLINE) > 0 ? least : DEADLINE;
  }

  private static void kill(Rig rig) {
    rig.hub.kill9();
    rig.hub.start().awaitReady();
  }

  /** The agencies did misbehave, and most inquiries had their answer all the same. */
  private static void assertNotVain(MixedCheck check) {
    assertThat(check.outcomes().values())
        .allSatisfy(its -> assertThat(its.keySet()).as("%s", its).isNotEqualTo(Set.of("EXPIRED")));
    assertThat(check.ended("EXPIRED")).isBetween(1, INQUIRIES / 6);
    for (String event :
        new String[] {
          "RETRY_PLANNED",
          "SEND_POSTPONED",
          "REPLY_DUPLICATE",
          "REPLY_NOT_READABLE",
          "REPLY_OTHER_PERSON",
          "REPLY_UNKNOWN_LAYOUT",
          "HELD_BY_PROVIDER"
        }) {
      assertThat(check.events(event)).as(event).isPositive();
    }
  }

  private static Set<String> flows(Rig rig) throws IOException {
    Set<String> ids = new TreeSet<>();
    for (JsonNode flow : rig.hub.client().get(rig.nhi(), "/api/v1/flows").body()) {
      ids.add(flow.get("id").textValue());
    }
    return ids;
  }

  /** The logs outlive the folder: what is rare must be explained without seeing it again. */
  @AfterEach
  void keepLogs() throws IOException {
    for (String log : List.of("hub.log", "mock.log")) {
      Files.copy(
          folder.resolve(log),
          Path.of("target", "every-flow-" + log),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void report(MixedCheck check, long begun) throws IOException {
    StringBuilder figures = new StringBuilder();
    check.outcomes().forEach((flow, its) -> figures.append(flow + " " + its + "\n"));
    figures.append(
        "%d inquiries, %d s, retries %d, postponed %d, duplicates %d, unreadable %d, expired %d\n"
            .formatted(
                INQUIRIES,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                check.events("RETRY_PLANNED"),
                check.events("SEND_POSTPONED"),
                check.events("REPLY_DUPLICATE"),
                check.events("REPLY_NOT_READABLE"),
                check.ended("EXPIRED")));
    Files.writeString(Path.of("target", "every-flow.txt"), figures);
  }
}

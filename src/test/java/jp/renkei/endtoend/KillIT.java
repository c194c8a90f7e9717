package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 1 to 3 of the design, with processes that are killed under load. */
class KillIT {

  private static final int CALLERS = 8;
  private static final int QUESTIONS = 600;
  private static final long SEED = Long.getLong("renkei.seed", 20261129L);
  private static final Duration SOON = JavaProcess.PATIENCE;

  @TempDir Path folder;

  @Test
  void hubAndAgencyThatAreKilledInTurnLoseNothing() throws IOException {
    try (Rig rig = Rig.together(folder)) {
      rig.agencies.misbehave(
          Rig.AGENCY, "{\"delayMs\": 50, \"duplicateRate\": 0.1, \"shuffle\": 5}");
      Load load = rig.load("killed", 1_200).start(CALLERS);
      for (int round = 1; round <= 2; round++) {
        load.awaitAccepted(300 * round, SOON);
        rig.hub.kill9();
        rig.hub.start().awaitReady();
        rig.agencies.awaitReceived(Rig.AGENCY, 350 * round, SOON);
        rig.agencies.kill9();
        rig.agencies.start().awaitReady();
      }
      assertThat(rig.settle(load))
          .containsOnlyKeys("ANSWERED", "NO_DATA", "NOT_IDENTIFIED", "REJECTED", "WITHHELD");
    }
  }

  /** At random moments, while they are asked and fetched, and then while they are answered. */
  @Test
  void questionsToAnOwnerEndOnceWheneverTheHubIsKilled() throws IOException {
    Random random = new Random(SEED);
    try (Rig rig = Rig.together(folder);
        OwnersQuestions questions = new OwnersQuestions(rig.hub)) {
      Load load = questions.ask("killed", QUESTIONS);
      for (int round = 0; round < 2; round++) {
        load.awaitAccepted(QUESTIONS * round / 2 + random.nextInt(QUESTIONS / 2), SOON);
        rig.hub.kill9();
        rig.hub.start().awaitReady();
      }
      questions.awaitSeen();
      questions.answer();
      int distinct = QUESTIONS * 2 / 3;
      for (int round = 0; round < 2; round++) {
        questions.awaitAnswered(distinct * round / 2 + random.nextInt(distinct / 2));
        rig.hub.kill9();
        rig.hub.start().awaitReady();
      }
      questions.settle();
    }
  }
}

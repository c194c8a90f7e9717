package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each fault alone and all together, by hand: {@code mvn test-compile surefire:test
 * -Dtest=MixedFaultsRun -Drenkei.inquiries=10000}, after {@code mvn package}. Rewrites the table of
 * {@code docs/faults.md}.
 */
class MixedFaultsRun {

  private static final int INQUIRIES = Integer.getInteger("renkei.inquiries", 1_000);

  @TempDir Path folder;

  @Test
  void everythingEndsRightlyAndOnceWhateverAgenciesDo() throws IOException {
    long begun = System.nanoTime();
    StringBuilder table = new StringBuilder(TrialResult.HEAD);
    int all = 0;
    try (MixedFaults faults = new MixedFaults(folder, "PT30S")) {
      for (Trial trial : Trial.values()) {
        TrialResult result = faults.play(trial, INQUIRIES / Trial.values().length);
        assertThat(result.inquiries()).isPositive();
        all += result.inquiries() + result.others();
        table.append(result.row());
      }
      faults.checkWhole();
    }
    new MeasuredDocument("faults.md")
        .put(
            "faults",
            table
                + "\n%,d inquiries in %d s. %s\n"
                    .formatted(
                        all,
                        Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                        Machine.describe()));
  }
}

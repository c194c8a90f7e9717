package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that an agency can do wrong, at once; the long form is {@link MixedFaultsRun}. */
class MixedFaultsIT {

  @TempDir Path folder;

  @Test
  void everythingEndsRightlyAndOnceAndTheOtherAgencyGoesOn() throws IOException {
    try (MixedFaults faults = new MixedFaults(folder, "PT45S")) {
      TrialResult mixed = faults.play(Trial.MIXED, 240);

      assertThat(mixed.inquiries()).isEqualTo(180);
      assertThat(mixed.others()).isEqualTo(60);
      assertThat(mixed.retries()).as("the agency did misbehave: %s", mixed).isPositive();
      assertThat(mixed.pauses()).as("and its path was broken").isPositive();
      faults.checkWhole();
    }
  }
}

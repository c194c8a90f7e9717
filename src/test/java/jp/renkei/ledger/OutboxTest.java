package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private final Outbox outbox = new Outbox("mhlw", 100, 8);

  @BeforeEach
  void nothingWaits() {
    outbox.caughtUp(Lane.SINGLE);
    outbox.caughtUp(Lane.BULK);
  }

  @Test
  void aNodeThatStartsSupposesThatMuchWaits() {
    Outbox fresh = new Outbox("mhlw", 100, 8);

    assertThat(fresh.behind()).isTrue();
    assertThat(fresh.reserve(Lane.SINGLE)).isFalse();
    assertThat(fresh.reserve(Lane.BULK)).isFalse();
  }

  @Test
  void bothLanesGetAPlaceWhereNothingWaits() {
    assertThat(outbox.reserve(Lane.BULK)).isTrue();
    assertThat(outbox.reserve(Lane.SINGLE)).isTrue();
    assertThat(outbox.behind()).isFalse();
  }

  /** A quarter of the window is the counter's, and bulk that waits does not keep it waiting. */
  @Test
  void aSingleOneDoesNotWaitForBulk() {
    for (int i = 0; i < 6; i++) {
      assertThat(outbox.reserve(Lane.BULK)).isTrue();
    }
    assertThat(outbox.reserve(Lane.BULK)).isFalse();
    assertThat(outbox.behind()).isTrue();

    assertThat(outbox.reserve(Lane.SINGLE)).isTrue();
  }

  /** What comes later does not overtake what is in the ledger. */
  @Test
  void bulkWaitsForBulkThatWaits() {
    for (int i = 0; i < 7; i++) {
      outbox.reserve(Lane.BULK);
    }
    outbox.giveBack(6);

    assertThat(outbox.reserve(Lane.BULK)).isFalse();
    outbox.caughtUp(Lane.BULK);
    assertThat(outbox.reserve(Lane.BULK)).isTrue();
  }

  @Test
  void bulkWaitsForSingleOnesThatWait() {
    for (int i = 0; i < 9; i++) {
      outbox.reserve(Lane.SINGLE);
    }
    outbox.giveBack(8);

    assertThat(outbox.reserve(Lane.BULK)).isFalse();
    assertThat(outbox.reserve(Lane.SINGLE)).as("they wait, too").isFalse();
  }

  /** It is claimed soon; what comes meanwhile need not wait behind it for that. */
  @Test
  void whatWasCommittedWithoutAPlaceIsLookedForOnce() {
    outbox.waits(Lane.BULK);
    assertThat(outbox.behind(Lane.BULK)).isTrue();
    assertThat(outbox.behind(Lane.SINGLE)).isFalse();
    assertThat(outbox.reserve(Lane.BULK)).isTrue();

    outbox.looked(Lane.BULK);
    assertThat(outbox.behind()).isFalse();
  }
}

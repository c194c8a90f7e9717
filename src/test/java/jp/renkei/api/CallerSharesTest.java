package jp.renkei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import jp.renkei.ledger.MovableClock;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Share;
import org.junit.jupiter.api.Test;

class CallerSharesTest {

  private static final Caller NHI = new Caller("nhi", new Share(10, 5, 1_000));
  private static final Caller TAX = new Caller("tax", new Share(10, 5, 1_000));

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-12T01:00:00Z"));
  private final CallerShares shares = new CallerShares(clock);

  @Test
  void aBurstPassesAndThenTheRate() {
    assertThat(taken(NHI, 20)).isEqualTo(5);

    clock.pass(Duration.ofMillis(300));
    assertThat(taken(NHI, 20)).isEqualTo(3);
    clock.pass(Duration.ofMillis(99));
    assertThat(taken(NHI, 20)).isZero();
    clock.pass(Duration.ofMillis(1));
    assertThat(taken(NHI, 20)).isEqualTo(1);
    clock.pass(Duration.ofDays(1));
    assertThat(taken(NHI, 20)).as("no more than the burst is saved up").isEqualTo(5);
  }

  @Test
  void aCallerDoesNotUseUpAnothers() {
    taken(NHI, 20);

    assertThat(taken(TAX, 20)).isEqualTo(5);
  }

  @Test
  void tellsWhenThereIsAPlace() {
    taken(NHI, 5);
    clock.pass(Duration.ofMillis(40));

    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> shares.take(NHI));

    assertThat(refused.problem()).isEqualTo(Problem.SHARE_USED);
    assertThat(refused.pause()).isEqualTo(Duration.ofMillis(60));
    clock.pass(refused.pause());
    assertThat(taken(NHI, 1)).isEqualTo(1);
  }

  @Test
  void aClockThatIsSetBackStarvesNobody() {
    clock.pass(Duration.ofDays(1));
    taken(NHI, 20);

    clock.pass(Duration.ofDays(-1));

    assertThat(taken(NHI, 20)).isEqualTo(5);
  }

  private int taken(Caller caller, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      try {
        shares.take(caller);
        taken++;
      } catch (ProblemException refused) {
        // counted by what was taken
      }
    }
    return taken;
  }
}

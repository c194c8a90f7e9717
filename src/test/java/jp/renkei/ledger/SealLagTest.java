package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SealLagTest {

  // nanoTime may begin anywhere
  private final AtomicLong tick = new AtomicLong(Long.MAX_VALUE - 5);
  private final SealLag lag = new SealLag(tick::get);

  @Test
  void beginsAsIfAllWereSealed() {
    assertThat(lag.now()).isZero();
    assertThat(lag.isTooLong()).isFalse();
  }

  @Test
  void whatWasUnsealedGrowsOlderUntilTheNextRound() {
    lag.seen(Duration.ofSeconds(50));
    pass(Duration.ofSeconds(10));
    assertThat(lag.now()).isEqualTo(SealLag.LONGEST);
    assertThat(lag.isTooLong()).isFalse();

    pass(Duration.ofNanos(1));

    assertThat(lag.isTooLong()).isTrue();
  }

  @Test
  void aSealerThatDoesNotWorkIsBehindToo() {
    lag.seen(Duration.ZERO);

    pass(SealLag.LONGEST.plusMillis(1));

    assertThat(lag.isTooLong()).isTrue();
  }

  @Test
  void goesOnWithTheFirstRoundThatWorks() {
    lag.seen(Duration.ofHours(1));
    assertThat(lag.isTooLong()).isTrue();

    lag.seen(Duration.ZERO);

    assertThat(lag.isTooLong()).isFalse();
    assertThat(lag.now()).isZero();
  }

  @Test
  void anEventOfAClockThatIsAheadIsNotOlder() {
    lag.seen(Duration.ofSeconds(-30));
    pass(SealLag.LONGEST.plusMillis(1));

    assertThat(lag.isTooLong()).isTrue();
  }

  private void pass(Duration time) {
    tick.addAndGet(time.toNanos());
  }
}

package jp.renkei.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import jp.renkei.ledger.MovableClock;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-12T01:00:00Z"));
  private final FailedLogins failures = new FailedLogins(clock);

  @Test
  void theFifthFailureClosesTheDoorAndEachFurtherOneForTwiceAsLong() {
    fail("nhi", HERE, 4);
    assertThat(failures.closedFor("nhi", HERE)).isZero();

    fail("nhi", HERE, 1);
    assertThat(failures.closedFor("nhi", HERE)).isEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofMillis(400));
    assertThat(failures.closedFor("nhi", HERE)).isEqualTo(Duration.ofMillis(600));
    pass(Duration.ofMillis(600));
    assertThat(failures.closedFor("nhi", HERE)).isZero();

    fail("nhi", HERE, 1);
    assertThat(failures.closedFor("nhi", HERE)).isEqualTo(Duration.ofSeconds(2));
    fail("nhi", HERE, 100);
    assertThat(failures.closedFor("nhi", HERE)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void theSameNameFromElsewhereAndAnotherNameFromHereAreNotTouched() {
    fail("nhi", HERE, 20);

    assertThat(failures.closedFor("nhi", ELSEWHERE)).isZero();
    assertThat(failures.closedFor("tax", HERE)).isZero();
  }

  @Test
  void anAddressThatTriesManyNamesIsClosedToThoseWhoHaveNotComeInFromThere() {
    failures.succeeded("tax", HERE);
    for (int i = 0; i < FailedLogins.CLOSING_AN_ADDRESS; i++) {
      failures.failed("name" + i, HERE);
    }

    assertThat(failures.closedFor("nhi", HERE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(failures.closedFor("tax", HERE)).isZero();
    assertThat(failures.closedFor("nhi", ELSEWHERE)).isZero();
  }

  @Test
  void aBurstBeginsOnceAndIsOverAfterTenQuietMinutes() {
    assertThat(begins(20)).isEqualTo(1);

    pass(FailedLogins.REMEMBERED.minusSeconds(1));
    assertThat(begins(1)).as("it goes on").isZero();
    pass(FailedLogins.REMEMBERED);
    assertThat(failures.closedFor("nhi", HERE)).isZero();
    assertThat(begins(20)).as("another one").isEqualTo(1);
  }

  @Test
  void whatIsTooLongToBeANameIsKeptCut() {
    fail("x".repeat(65), HERE, 5);

    assertThat(failures.closedFor("x".repeat(5_000), HERE)).isPositive();
  }

  private long begins(int times) {
    long begun = 0;
    for (int i = 0; i < times; i++) {
      begun += failures.failed("nhi", HERE) ? 1 : 0;
    }
    return begun;
  }

  private void fail(String name, String address, int times) {
    for (int i = 0; i < times; i++) {
      failures.failed(name, address);
    }
  }

  private void pass(Duration time) {
    clock.pass(time);
  }
}

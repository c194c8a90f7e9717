package jp.renkei.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;

class FateTest {

  @Test
  void withoutFaultsEverythingIsAnsweredAtOnce() {
    assertThat(fates(Faults.NONE)).containsOnly(new Fate(false, null, false, false, Duration.ZERO));
  }

  @Test
  void ratesAreKept() {
    Faults faults = new Faults(false, 5, 0.1, 0.2, 0.3, 0.4, 100, 0.5, 0, 7L);
    assertThat(share(faults, fate -> fate.failure() != null)).isBetween(0.08, 0.12);
    assertThat(share(faults, Fate::dropped)).isBetween(0.17, 0.23);
    assertThat(share(faults, Fate::duplicated)).isBetween(0.27, 0.33);
    assertThat(share(faults, fate -> fate.after().toMillis() == 105)).isBetween(0.37, 0.43);
    assertThat(share(faults, Fate::garbage)).isBetween(0.47, 0.53);
  }

  @Test
  void sameSeedGivesSameFatesAndAnotherSeedOthers() {
    Faults faults = new Faults(false, 0, 0.5, 0.5, 0.5, 0.5, 9, 0.5, 0, 7L);
    Faults other = new Faults(false, 0, 0.5, 0.5, 0.5, 0.5, 9, 0.5, 0, 8L);
    assertThat(fates(faults)).isEqualTo(fates(faults)).isNotEqualTo(fates(other));
  }

  @Test
  void retryHasAnotherFate() {
    Faults faults = new Faults(false, 0, 0.5, 0, 0, 0, 0, 0, 0, 1L);
    List<Fate> tries = IntStream.range(1, 40).mapToObj(n -> Fate.of(faults, "R-1", n)).toList();
    assertThat(tries).anyMatch(fate -> fate.failure() == null);
    assertThat(tries).anyMatch(fate -> fate.failure() != null);
  }

  @Test
  void refusesEveryRateAndTimeThatIsNone() {
    assertThatThrownBy(() -> new Faults(false, -1, 1.1, -0.1, Double.NaN, 2, -1, 9, -1, 1L))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting("pointer")
                    .containsExactlyInAnyOrder(
                        "/delayMs",
                        "/errorRate",
                        "/dropRate",
                        "/duplicateRate",
                        "/lateRate",
                        "/lateMs",
                        "/garbageRate",
                        "/shuffle"));
  }

  private static double share(Faults faults, Predicate<Fate> which) {
    return fates(faults).stream().filter(which).count() / 2000.0;
  }

  private static List<Fate> fates(Faults faults) {
    return IntStream.range(0, 2000).mapToObj(n -> Fate.of(faults, "R7K2M-" + n, 1)).toList();
  }
}

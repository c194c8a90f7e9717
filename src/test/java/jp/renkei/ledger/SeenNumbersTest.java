package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import jp.renkei.ledger.SeenNumbers.Gap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeenNumbersTest {

  private static final Instant T0 = Instant.parse("2026-11-29T00:00:00Z");
  private static final Instant T1 = T0.plusSeconds(1);

  private final SeenNumbers none = SeenNumbers.upTo(0);

  @Test
  void numbersInARowLeaveNoGap() {
    SeenNumbers seen = none.and(List.of(1L, 2L, 3L), T0);

    assertThat(seen).isEqualTo(SeenNumbers.upTo(3));
    assertThat(seen.settled()).isEqualTo(3);
  }

  @Test
  void whatIsMissingIsAGapSinceItWasFound() {
    SeenNumbers seen = none.and(List.of(2L, 6L), T0);

    assertThat(seen.gaps()).containsExactly(new Gap(1, 1, T0), new Gap(3, 5, T0));
    assertThat(seen.settled()).isZero();
  }

  @Test
  void aNumberInTheMiddleOfAGapLeavesTwoAsOldAsItWas() {
    SeenNumbers seen = none.and(List.of(6L), T0).and(List.of(3L, 8L), T1);

    assertThat(seen.gaps())
        .containsExactly(new Gap(1, 2, T0), new Gap(4, 5, T0), new Gap(7, 7, T1));
    assertThat(seen.highest()).isEqualTo(8);
    assertThat(seen.settled()).isZero();
  }

  @Test
  void aGapIsGivenUpWhenNoTransactionIsAsOld() {
    SeenNumbers seen = none.and(List.of(2L), T0).and(List.of(4L), T1);

    SeenNumbers later = seen.lookingNoMoreAt(T0.plus(SeenNumbers.LONGEST_TRANSACTION));

    assertThat(later.gaps()).containsExactly(new Gap(3, 3, T1));
    assertThat(later.settled()).isEqualTo(2);
  }

  @Test
  void whatWasSeenOrSettledBeforeIsPassedOver() {
    SeenNumbers seen = SeenNumbers.upTo(5).and(List.of(8L), T0);

    assertThat(seen.and(List.of(3L, 8L), T1)).isEqualTo(seen);
    assertThat(seen.and(List.of(), T1)).isEqualTo(seen);
  }

  /** Whatever order numbers come in, what is missing is what has not come. */
  @Property
  void theGapsAreWhatHasNotCome(@ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
    Random random = new Random(seed);
    List<Long> order = new ArrayList<>(LongStream.rangeClosed(1, count).boxed().toList());
    Collections.shuffle(order, random);
    SeenNumbers seen = none;
    TreeSet<Long> come = new TreeSet<>();
    while (!order.isEmpty()) {
      List<Long> group = order.subList(0, random.nextInt(order.size()) + 1);
      seen = seen.and(group.stream().sorted().toList(), T0);
      come.addAll(group);
      group.clear();

      assertThat(seen.highest()).isEqualTo(come.last());
      assertThat(
              seen.gaps().stream()
                  .flatMap(gap -> LongStream.rangeClosed(gap.first(), gap.last()).boxed()))
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, come.last())
                  .boxed()
                  .filter(number -> !come.contains(number))
                  .toList());
    }
    assertThat(seen).isEqualTo(SeenNumbers.upTo(count));
  }
}

package jp.renkei.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PoolTest {

  private final AtomicInteger made = new AtomicInteger();
  private final Pool<Integer> pool = new Pool<>(made::incrementAndGet);

  @Test
  void lendsTheSameThingAgain() {
    assertThat(lend()).isEqualTo(1);
    assertThat(lend()).isEqualTo(1);
  }

  @Test
  void lendsNothingTwiceAtATime() {
    assertThat(pool.<Integer, RuntimeException>lend(outer -> outer + 10 * lend())).isEqualTo(21);
  }

  @Test
  void dropsWhatFailed() {
    assertThatThrownBy(
        () ->
            pool.lend(
                thing -> {
                  throw new IllegalStateException();
                }));
    assertThat(lend()).isEqualTo(2);
  }

  private int lend() {
    return pool.<Integer, RuntimeException>lend(thing -> thing);
  }
}

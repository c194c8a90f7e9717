package jp.renkei.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Holds replies and lets them go in another order, those of all sessions of an agency together. */
final class Shuffle<T> {

  /** After so much quiet the held ones go, however few: an agency mixes, it does not keep. */
  private static final long PATIENCE_NANOS = Duration.ofMillis(500).toNanos();

  private final List<T> held = new ArrayList<>();
  private long lastHeld;

  /**
   * Holds one.
   *
   * @param count how many are held before they are mixed; zero or one mixes nothing
   * @return what goes now
   */
  synchronized List<T> pass(T reply, int count, long seed) {
    held.add(reply);
    lastHeld = System.nanoTime();
    return held.size() < count ? List.of() : release(seed);
  }

  synchronized List<T> overdue(long seed) {
    boolean quiet = System.nanoTime() - lastHeld > PATIENCE_NANOS;
    return held.isEmpty() || !quiet ? List.of() : release(seed);
  }

  private List<T> release(long seed) {
    List<T> mixed = new ArrayList<>(held);
    held.clear();
    Collections.shuffle(mixed, new Random(seed));
    return mixed;
  }
}

package jp.renkei.mock;

import java.util.Map;
import java.util.SplittableRandom;

/** Chance that falls the same way each time for the same seed and name. */
public final class Dice {

  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  public static Dice of(long seed, String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return new Dice(seed * 0x9e3779b97f4a7c15L ^ hash);
  }

  /** Whether an event of the given probability (0–1) happens. Draws once, whatever the rate. */
  public boolean hits(double rate) {
    return random.nextDouble() < rate;
  }

  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of the names, each as likely as its weight says. */
  public <T> T among(Map<T, Integer> weights) {
    int at = below(weights.values().stream().mapToInt(Integer::intValue).sum());
    for (Map.Entry<T, Integer> choice : weights.entrySet()) {
      at -= choice.getValue();
      if (at < 0) {
        return choice.getKey();
      }
    }
    throw new IllegalStateException("weights that do not add up");
  }
}

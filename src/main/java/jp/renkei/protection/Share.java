package jp.renkei.protection;

import java.time.Duration;

/**
 * How much of the hub one caller may take.
 *
 * @param perSecond how many inquiries it may post a second, in the long run; from 1
 * @param burst how many at once, after it has been quiet; from 1
 * @param largestBody the most bytes of an inquiry's body; from 1
 */
public record Share(int perSecond, int burst, int largestBody) {

  /** The most bytes that any caller may send. */
  public static final int MOST_BYTES = 64 * 1024;

  /** What a caller has where nothing is said. */
  public static final Share USUAL = new Share(100, 1_000, MOST_BYTES);

  /** The demo's callers: more than a machine can do, for they measure it. */
  static final Share DEMO = new Share(10_000, 20_000, MOST_BYTES);

  public Share {
    if (perSecond < 1 || burst < 1 || largestBody < 1 || largestBody > MOST_BYTES) {
      throw new IllegalArgumentException();
    }
  }

  /** How long one inquiry takes of the share. */
  public Duration each() {
    return Duration.ofSeconds(1).dividedBy(perSecond);
  }
}

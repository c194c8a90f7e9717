package jp.renkei.benchmark;

import java.util.List;

/** What one round of callers measured. */
final class Round {

  private final long[] latencies;
  private final long nanos;

  /**
   * Puts the callers' figures together.
   *
   * @param callers each caller's latencies, in nanoseconds
   * @param nanos how long the round took
   */
  Round(List<long[]> callers, long nanos) {
    this.latencies = callers.stream().flatMapToLong(java.util.Arrays::stream).sorted().toArray();
    this.nanos = nanos;
  }

  /** Answers a second. */
  double rate() {
    return latencies.length * 1e9 / nanos;
  }

  /**
   * The latency that so many of a hundred answers kept, in milliseconds.
   *
   * @param percent above 0, at most 100
   */
  double percentile(double percent) {
    int rank = (int) Math.ceil(percent / 100 * latencies.length);
    return latencies[Math.max(rank, 1) - 1] / 1e6;
  }

  /** How many were answered. */
  int count() {
    return latencies.length;
  }
}

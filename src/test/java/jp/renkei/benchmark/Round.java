package jp.renkei.benchmark;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one round of callers measured. */
final class Round {

  private final long[] latencies;
  private final long nanos;
  private final Map<String, Duration> processor;

  /**
   * Puts the callers' figures together.
   *
   * @param callers each caller's latencies, in nanoseconds
   * @param nanos how long the round took
   */
  Round(List<long[]> callers, long nanos) {
    this(
        callers.stream().flatMapToLong(java.util.Arrays::stream).sorted().toArray(),
        nanos,
        Map.of());
  }

  private Round(long[] latencies, long nanos, Map<String, Duration> processor) {
    this.latencies = latencies;
    this.nanos = nanos;
    this.processor = processor;
  }

  /** The same with the processor time that processes had taken before it and after it. */
  Round took(Map<String, Duration> before, Map<String, Duration> after) {
    Map<String, Duration> taken = new HashMap<>();
    after.forEach((process, time) -> taken.put(process, time.minus(before.get(process))));
    return new Round(latencies, nanos, taken);
  }

  /** The processor time that a process took for each answer, in milliseconds; 0 of no process. */
  double processor(String process) {
    return processor.getOrDefault(process, Duration.ZERO).toNanos() / 1e6 / latencies.length;
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

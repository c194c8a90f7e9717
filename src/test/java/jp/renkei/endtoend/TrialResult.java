package jp.renkei.endtoend;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a trial.
 *
 * @param inquiries asked of the agency that misbehaved
 * @param outcomes how many of them came to each
 * @param retries how often they were tried again
 * @param pauses how often the path was broken and mended
 * @param took until all had ended
 * @param others asked of the other agency meanwhile
 * @param othersMedian how long half of those took at most
 */
record TrialResult(
    Trial trial,
    int inquiries,
    Map<String, Integer> outcomes,
    int retries,
    int pauses,
    Duration took,
    int others,
    Duration othersMedian) {

  /** The head of a table of results. */
  static final String HEAD =
      """
      | agency | fault | inquiries | outcomes | retries | pauses | seconds | other agency | its median ms |
      |---|---|---|---|---|---|---|---|---|
      """;

  /** A line of it. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %s | %,d | %d | %d | %,d | %,d |%n",
        trial.misbehaving().id(),
        trial.title(),
        inquiries,
        outcomes.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ")),
        retries,
        pauses,
        took.toSeconds(),
        others,
        othersMedian.toMillis());
  }
}

package jp.renkei.benchmark;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import jp.renkei.endtoend.Machine;
import jp.renkei.endtoend.MeasuredDocument;

/** The table of {@link ThroughputBenchmark}. */
final class ThroughputReport {

  private static final String HEAD =
      """
      | side | callers | a second | of the bare broker | p50 ms | p99 ms | p99 ÷ bare |
      |---|---|---|---|---|---|---|
      """;

  private static final List<String> PROCESSES = List.of("hub", "broker", "agency", "database");

  private final String yardstick;
  private final Duration round;
  private final Map<Integer, Map<String, List<Round>>> measured;

  /**
   * Takes the figures.
   *
   * @param yardstick the side that the others are compared with
   * @param round how long each round was
   * @param measured the rounds by callers and side
   */
  ThroughputReport(
      String yardstick, Duration round, Map<Integer, Map<String, List<Round>>> measured) {
    this.yardstick = yardstick;
    this.round = round;
    this.measured = measured;
  }

  /** Writes the table into the document of performance. */
  void write() {
    StringBuilder text = new StringBuilder(HEAD);
    measured.forEach(
        (callers, sides) -> {
          Median bare = new Median(sides.get(yardstick));
          sides.forEach(
              (side, rounds) -> text.append(row(side, callers, new Median(rounds), bare)));
        });
    int rounds = measured.values().iterator().next().get(yardstick).size();
    text.append(
        "\nMedians of %d rounds of %d s each, the sides taking turns. %s\n"
            .formatted(rounds, round.toSeconds(), Machine.describe()));
    new MeasuredDocument("performance.md").put("throughput", text.toString());
    new MeasuredDocument("performance.md").put("processor", processors());
  }

  private String processors() {
    int most = Collections.max(measured.keySet());
    StringBuilder text =
        new StringBuilder("| side | " + String.join(" | ", PROCESSES) + " | all |\n")
            .append("|---|---|---|---|---|---|\n");
    measured.get(most).forEach((side, rounds) -> text.append(processors(side, new Median(rounds))));
    return text.append(
            "\nMilliseconds an answer at %d callers, of the same rounds. %s\n"
                .formatted(most, Machine.describe()))
        .toString();
  }

  private static String processors(String side, Median its) {
    StringBuilder row = new StringBuilder("| " + side);
    for (String process : PROCESSES) {
      double taken = its.of(round -> round.processor(process));
      row.append(taken == 0 ? " | " : String.format(Locale.ROOT, " | %.2f", taken));
    }
    double all = its.of(round -> PROCESSES.stream().mapToDouble(round::processor).sum());
    return row.append(String.format(Locale.ROOT, " | %.2f |%n", all)).toString();
  }

  private String row(String side, int callers, Median its, Median bare) {
    boolean itself = side.equals(yardstick);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,.0f | %s | %.1f | %.1f | %s |%n",
        side,
        callers,
        its.of(Round::rate),
        itself ? "" : "%.2f".formatted(its.of(Round::rate) / bare.of(Round::rate)),
        its.of(r -> r.percentile(50)),
        its.of(r -> r.percentile(99)),
        itself
            ? ""
            : "%.1f".formatted(its.of(r -> r.percentile(99)) / bare.of(r -> r.percentile(99))));
  }

  private record Median(List<Round> rounds) {

    double of(ToDoubleFunction<Round> figure) {
      double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
      return sorted[sorted.length / 2];
    }
  }
}

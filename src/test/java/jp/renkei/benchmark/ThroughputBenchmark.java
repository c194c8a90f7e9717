package jp.renkei.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.endtoend.FreePorts;
import jp.renkei.endtoend.PostgresProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Yardsticks 1 and 3: inquiries through the whole hub against bare persistent request and reply at
 * the same broker with the same agency, at 64 callers and at 8, on H2 and on PostgreSQL. The sides
 * take turns, so that each ratio comes from the same minutes; what is told is the median.
 */
class ThroughputBenchmark {

  private static final Logger log = LoggerFactory.getLogger(ThroughputBenchmark.class);

  private static final int ROUNDS = Integer.getInteger("renkei.benchmark.rounds", 5);
  private static final Duration ROUND =
      Duration.ofSeconds(Integer.getInteger("renkei.benchmark.seconds", 8));
  private static final int MANY = 64;
  private static final List<Integer> CALLERS = List.of(MANY, 8);
  private static final int QUESTIONS = 200_000;

  /** What a city would start with: the JVM's own choices, and a gigabyte. */
  private static final List<String> JVM = List.of("-Xmx1g");

  @TempDir Path folder;

  @Test
  void wholeHubAgainstItsBareBroker() throws Exception {
    try (PostgresProcess postgres = new PostgresProcess(folder, FreePorts.of(1).get(0)).start();
        HubSide onH2 = new HubSide("hub on H2", folder.resolve("h2"), Map.of(), JVM);
        HubSide onPostgres =
            new HubSide("hub on PostgreSQL", folder.resolve("pg"), postgres.settings(), JVM);
        RawSide bare = new RawSide(folder.resolve("bare"), onH2.data(), JVM, QUESTIONS)) {
      List<Side> sides = List.of(bare, onH2, onPostgres);
      for (Side side : sides) {
        tell(side, MANY, WarmUp.until(MANY, side));
      }
      Map<Integer, Map<String, List<Round>>> measured = new LinkedHashMap<>();
      for (int callers : CALLERS) {
        for (int round = 0; round < ROUNDS; round++) {
          for (Side side : sides) {
            Round done = Callers.run(callers, ROUND, side::caller);
            tell(side, callers, done);
            measured
                .computeIfAbsent(callers, c -> new LinkedHashMap<>())
                .computeIfAbsent(side.name(), name -> new ArrayList<>())
                .add(done);
          }
        }
      }
      new ThroughputReport(bare.name(), ROUND, measured).write();
    }
  }

  private static void tell(Side side, int callers, Round round) throws IOException {
    log.warn(
        "%-20s %2d callers: %6.0f/s, p50 %6.1f ms, p99 %6.1f ms"
            .formatted(
                side.name(), callers, round.rate(), round.percentile(50), round.percentile(99)));
  }
}

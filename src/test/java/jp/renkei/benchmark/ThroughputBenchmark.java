package jp.renkei.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.endtoend.FreePorts;
import jp.renkei.endtoend.PostgresProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Yardsticks 1 and 3: inquiries through the whole hub against bare persistent request and reply at
 * the same broker with the same agency, at 64 callers and at 8, on H2 and on PostgreSQL, and with
 * the broker apart. The sides take turns, so that each ratio comes from the same minutes; what is
 * told is the median.
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

  /** Which hubs are measured, the first of them with its broker's users for all. */
  private static final List<String> HUBS =
      List.of(System.getProperty("renkei.benchmark.hubs", "h2,postgres,apart").split(","));

  @TempDir Path folder;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : running) {
      each.close();
    }
  }

  @Test
  void wholeHubAgainstItsBareBroker() throws Exception {
    List<HubSide> hubs = new ArrayList<>();
    for (String which : HUBS) {
      hubs.add(hub(which, hubs));
    }
    RawSide bare = runs(new RawSide(folder.resolve("bare"), hubs.get(0).data(), JVM, QUESTIONS));
    List<Side> sides = new ArrayList<>(List.of(bare));
    sides.addAll(hubs);
    for (Side side : sides) {
      tell(side, MANY, WarmUp.until(MANY, side));
    }
    Map<Integer, Map<String, List<Round>>> measured = new LinkedHashMap<>();
    for (int callers : CALLERS) {
      for (int round = 0; round < ROUNDS; round++) {
        for (Side side : sides) {
          Map<String, Duration> before = side.processorTime();
          Round done = Callers.run(callers, ROUND, side::caller).took(before, side.processorTime());
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

  private HubSide hub(String which, List<HubSide> before) throws IOException {
    Path its = Files.createDirectory(folder.resolve(which));
    return switch (which) {
      case "h2" -> runs(new HubSide("hub on H2", its.resolve("hub"), null, JVM));
      case "postgres" ->
          runs(new HubSide("hub on PostgreSQL", its.resolve("hub"), postgres(its), JVM));
      case "apart" ->
          runs(
              HubSide.withBrokerApart(
                  "hub on PostgreSQL, broker apart",
                  its.resolve("hub"),
                  before.get(0).data(),
                  postgres(its),
                  JVM));
      default -> throw new IllegalArgumentException("no such hub: " + which);
    };
  }

  private PostgresProcess postgres(Path its) {
    return runs(new PostgresProcess(its, FreePorts.of(1).get(0)).start());
  }

  /** What is started first is stopped last. */
  private <T extends AutoCloseable> T runs(T started) {
    running.push(started);
    return started;
  }

  private static void tell(Side side, int callers, Round round) throws IOException {
    log.warn(
        "%-31s %2d callers: %6.0f/s, p50 %6.1f ms, p99 %6.1f ms"
            .formatted(
                side.name(), callers, round.rate(), round.percentile(50), round.percentile(99)));
  }
}

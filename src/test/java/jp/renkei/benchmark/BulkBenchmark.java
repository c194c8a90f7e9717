package jp.renkei.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.renkei.endtoend.FreePorts;
import jp.renkei.endtoend.HubProcess;
import jp.renkei.endtoend.Machine;
import jp.renkei.endtoend.MeasuredDocument;
import jp.renkei.endtoend.MockProcess;
import jp.renkei.endtoend.PostgresProcess;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Yardstick 2: bulk through the batch door, each outcome by queue, from the first line posted to
 * the last outcome read, against bare persistent request and reply at 64 callers in the same run.
 * Every outcome is counted by its number. With {@code -Drenkei.benchmark.kill=true} the hub is
 * killed when half of the outcomes are read, and the last batch is posted once more before and
 * after.
 */
class BulkBenchmark {

  private static final Logger log = LoggerFactory.getLogger(BulkBenchmark.class);

  /** {@code h2} or {@code postgres}. */
  private static final String DATABASE = System.getProperty("renkei.benchmark.database", "h2");

  private static final int INQUIRIES = Integer.getInteger("renkei.benchmark.bulk", 60_000);
  private static final boolean KILL = Boolean.getBoolean("renkei.benchmark.kill");
  private static final int LINES = 20_000;
  private static final int FIRST = 40_000_000;
  private static final int MANY = 64;
  private static final Duration ROUND = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final List<String> JVM = List.of("-Xmx1g");

  @TempDir Path folder;

  @Test
  void bulkAgainstItsBareBroker() throws Exception {
    if (DATABASE.equals("h2")) {
      against(Map.of());
    } else {
      try (PostgresProcess postgres = new PostgresProcess(folder, FreePorts.of(1).get(0)).start()) {
        against(postgres.settings());
      }
    }
  }

  private void against(Map<String, String> database) throws Exception {
    BatchCaller caller = new BatchCaller(folder);
    List<Integer> ports = FreePorts.of(3);
    Path data = folder.resolve("hub/data");
    // the demo's first start makes the secrets that the agencies know
    try (HubProcess demo = new HubProcess(data, ports.get(0), ports.get(1), database, JVM)) {
      demo.start().awaitReady();
    }
    Map<String, String> settings = new HashMap<>(database);
    settings.put("RENKEI_USERS", caller.users().toString());
    HubProcess hub = new HubProcess(data, ports.get(0), ports.get(1), settings, JVM);
    try (MockProcess agencies = new MockProcess(data, ports.get(2), ports.get(1), Map.of(), JVM)) {
      hub.start().awaitReady();
      agencies.start().awaitReady();
      try (OutcomeReader outcomes = new OutcomeReader(data, ports.get(1))) {
        run(hub, caller, outcomes, "warm-up", FIRST - LINES, LINES, false);
        double rate = run(hub, caller, outcomes, "bulk", FIRST, INQUIRIES, KILL);
        try (RawSide bare = new RawSide(folder.resolve("bare"), data, JVM, 100_000)) {
          WarmUp.until(MANY, bare);
          double raw = Callers.run(MANY, ROUND, bare::caller).rate();
          report(rate, raw, outcomes);
        }
      }
    } finally {
      hub.close();
    }
  }

  /** Posts and reads until each has its outcome; the outcomes a second. */
  private double run(
      HubProcess hub,
      BatchCaller caller,
      OutcomeReader outcomes,
      String name,
      int first,
      int count,
      boolean kill)
      throws Exception {
    outcomes.begin();
    long begun = System.nanoTime();
    Path batch = null;
    for (int posted = 0; posted < count; posted += LINES) {
      batch = caller.batch(first + posted, Math.min(LINES, count - posted));
      BatchCaller.taken(caller.post(hub, batch));
      log.warn("{}: {} posted, {} outcomes", name, posted + LINES, outcomes.count());
    }
    if (kill) {
      Awaitility.await().atMost(PATIENCE).until(() -> outcomes.count() >= count / 2);
      CompletableFuture<Stream<String>> broken = caller.post(hub, batch);
      hub.kill9();
      broken.handle((told, failure) -> null).join();
      hub.start().awaitReady();
      BatchCaller.taken(caller.post(hub, batch));
    }
    Awaitility.await().atMost(PATIENCE).until(() -> outcomes.count() >= count);
    double rate = count / ((System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
    assertThat(outcomes.count()).isEqualTo(count);
    log.warn("{}: {}/s, {} read twice", name, Math.round(rate), outcomes.repeated());
    return rate;
  }

  private static void report(double rate, double raw, OutcomeReader outcomes) {
    String text =
        String.format(
            Locale.ROOT,
            """
            | what | |
            |---|---|
            | inquiries | %,d |
            | outcomes read, each once | %,d |
            | read again after a kill | %,d |
            | a second | %,.0f |
            | bare broker at 64 callers, a second | %,.0f |
            | of the bare broker | %.2f |

            From the first line posted to the last outcome read, on %s, %s. %s
            """,
            INQUIRIES,
            outcomes.count(),
            outcomes.repeated(),
            rate,
            raw,
            rate / raw,
            DATABASE.equals("h2") ? "H2" : "PostgreSQL",
            KILL ? "the hub killed in the middle" : "nothing killed",
            Machine.describe());
    new MeasuredDocument("performance.md").put("bulk", text);
  }
}

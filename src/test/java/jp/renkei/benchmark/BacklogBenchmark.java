package jp.renkei.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
 * Yardstick 6: the agency is away, and inquiries wait for it, {@code -Drenkei.benchmark.backlog} of
 * them, on PostgreSQL. How fast the last ones are accepted against the first, what heap it takes,
 * how long a start takes after a kill, and how fast they leave when the agency is back, against a
 * backlog of one part.
 */
class BacklogBenchmark {

  private static final Logger log = LoggerFactory.getLogger(BacklogBenchmark.class);

  private static final int BACKLOG = Integer.getInteger("renkei.benchmark.backlog", 1_000_000);
  private static final int PART = Integer.getInteger("renkei.benchmark.part", 60_000);
  private static final int LINES = 20_000;
  private static final int FIRST = 50_000_000;
  private static final double MIB = 1 << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseG1GC");

  @TempDir Path folder;

  private final List<Integer> ports = FreePorts.of(4);
  private HubProcess hub;
  private int next = FIRST;
  private double restarted;

  /** What a backlog took. */
  private record Measured(double accepted, long heap, double drained) {}

  @Test
  void aMillionWaitForTheirAgency() throws Exception {
    BatchCaller caller = new BatchCaller(folder);
    Path data = folder.resolve("hub/data");
    try (PostgresProcess postgres = new PostgresProcess(folder, ports.get(3)).start()) {
      // the demo's first start makes the secrets that the agencies know
      try (HubProcess demo =
          new HubProcess(data, ports.get(0), ports.get(1), postgres.settings(), JVM)) {
        demo.start().awaitReady();
      }
      Map<String, String> settings = new HashMap<>(postgres.settings());
      settings.put("RENKEI_USERS", caller.users().toString());
      hub = new HubProcess(data, ports.get(0), ports.get(1), settings, JVM);
      hub.start().awaitReady();
      try (OutcomeReader outcomes = new OutcomeReader(data, ports.get(1))) {
        // until the compiler has seen both
        backlog(caller, outcomes, PART, false);
        Measured small = backlog(caller, outcomes, PART, false);
        Measured large = backlog(caller, outcomes, BACKLOG, true);
        report(small, large);
      }
    } finally {
      if (hub != null) {
        hub.close();
      }
    }
  }

  /** Accepts them while no agency is there, and then lets one part of them leave. */
  private Measured backlog(BatchCaller caller, OutcomeReader outcomes, int count, boolean kill)
      throws Exception {
    outcomes.begin();
    accept(caller, count - PART);
    double accepted = accept(caller, PART);
    long heap = hub.heapInUse();
    if (kill) {
      hub.kill9();
      long begun = System.nanoTime();
      hub.start().awaitReady();
      restarted = seconds(begun);
      log.warn("ready {} s after a kill", restarted);
    }
    try (MockProcess agencies =
        new MockProcess(hub.data(), ports.get(2), ports.get(1), Map.of(), JVM)) {
      agencies.start().awaitReady();
      Awaitility.await().atMost(PATIENCE).until(() -> outcomes.count() > 0);
      int before = outcomes.count();
      long begun = System.nanoTime();
      Awaitility.await().atMost(PATIENCE).until(() -> outcomes.count() >= PART);
      double drained = (outcomes.count() - before) / seconds(begun);
      log.warn("of {}: accepted {}/s, drained {}/s, heap {}", count, accepted, drained, heap);
      return new Measured(accepted, heap, drained);
    }
  }

  /** Accepted a second. */
  private double accept(BatchCaller caller, int count) throws IOException {
    long begun = System.nanoTime();
    for (int posted = 0; posted < count; posted += LINES) {
      int lines = Math.min(LINES, count - posted);
      BatchCaller.taken(caller.post(hub, caller.batch(next, lines)));
      next += lines;
      if (next % (10 * LINES) == 0) {
        log.warn("{} waiting", next - FIRST);
      }
    }
    return count / seconds(begun);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private void report(Measured small, Measured large) {
    String text =
        String.format(
            Locale.ROOT,
            """
            | | %,d waiting | %,d waiting | the one ÷ the other |
            |---|---|---|---|
            | accepted a second, the last %,d | %,.0f | %,.0f | %.2f |
            | drained a second, the first %,d | %,.0f | %,.0f | %.2f |
            | heap in use after a collection, MiB | %.0f | %.0f | %.2f |
            | ready after a kill, s | | %.1f | |

            The agency away, on PostgreSQL. %s
            """,
            PART,
            BACKLOG,
            PART,
            small.accepted(),
            large.accepted(),
            large.accepted() / small.accepted(),
            PART,
            small.drained(),
            large.drained(),
            large.drained() / small.drained(),
            small.heap() / MIB,
            large.heap() / MIB,
            (double) large.heap() / small.heap(),
            restarted,
            Machine.describe());
    new MeasuredDocument("performance.md").put("backlog", text);
  }
}

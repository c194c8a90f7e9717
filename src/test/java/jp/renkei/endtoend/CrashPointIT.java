package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.endtoend.crash.CrashAgentJar;
import jp.renkei.endtoend.crash.CrashPoint;
import jp.renkei.endtoend.crash.Halt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A crash between any two steps of an inquiry's life loses nothing and does nothing twice. One
 * ledger takes all the crashes, so that each start also recovers from the crash before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashPointIT {

  private static final int CALLERS = 8;
  private static final int COUNT = 120;

  @TempDir static Path folder;
  private final List<Load> loads = new ArrayList<>();
  private CrashAgentJar agent;
  private Rig rig;

  @BeforeAll
  void start() throws IOException {
    agent = CrashAgentJar.in(folder);
    rig = new Rig(folder, Map.of());
  }

  @AfterAll
  void stop() {
    rig.close();
  }

  /** In the order of the inquiry's life (DESIGN.md 5). */
  static Stream<CrashPoint> points() {
    String accept = "jp.renkei.inquiry.AcceptInquiry";
    String commit = "jp.renkei.ledger.GroupCommit";
    String sender = "jp.renkei.routing.JmsSender";
    String sending = "jp.renkei.inquiry.Sending";
    String end = "jp.renkei.inquiry.EndInquiry";
    return Stream.of(
        CrashPoint.enter(accept, "accept", 30),
        CrashPoint.enter("jp.renkei.ledger.AcceptBatch", "run", 10),
        CrashPoint.exit("jp.renkei.ledger.AcceptBatch", "run", 10),
        CrashPoint.exit(commit, "run", 30),
        CrashPoint.enter(accept, "handOver", 30),
        CrashPoint.enter(sender, "send", 30),
        CrashPoint.exit(sender, "send", 30),
        CrashPoint.enter(sending, "sent", 30),
        CrashPoint.exit("jp.renkei.ledger.MarkSent", "run", 10),
        CrashPoint.exit(sending, "sent", 30),
        CrashPoint.enter("jp.renkei.routing.GuardReply", "guard", 30),
        CrashPoint.enter(end, "end", 30),
        CrashPoint.exit("jp.renkei.ledger.EndBatch", "run", 10),
        CrashPoint.enter("jp.renkei.inquiry.Waiters", "ended", 15));
  }

  @ParameterizedTest
  @MethodSource("points")
  void nothingIsLostAndNothingDoneTwice(CrashPoint point) throws IOException {
    Load load = rig.load("crash-" + loads.size(), COUNT);
    loads.add(load);
    rig.hub.kill9();
    rig.hub.start(agent.argument(point)).awaitReady();
    load.start(CALLERS);
    assertThat(rig.hub.exitStatus(Duration.ofSeconds(60))).isEqualTo(Halt.STATUS);
    rig.hub.start().awaitReady();
    rig.settle(loads.toArray(Load[]::new));
  }
}

package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
 * A crash between any two steps from a message on hub.inquiries to the outcome on the caller's
 * queue loses nothing, and every outcome is told once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueCrashIT {

  private static final int COUNT = 40;
  private static final Duration PATIENCE = JavaProcess.PATIENCE;

  @TempDir static Path folder;
  private CrashAgentJar agent;
  private Rig rig;
  private QueueLoad load;
  private ObjectNode example;
  private int sent;

  @BeforeAll
  void start() throws IOException {
    agent = CrashAgentJar.in(folder);
    List<Integer> ports = FreePorts.of(3);
    rig = new Rig(folder, ports, Map.of());
    rig.agencies.start();
    rig.hub.start().awaitReady();
    rig.agencies.awaitReady();
    example =
        (ObjectNode)
            rig.hub.client().get(rig.nhi(), "/api/v1/flows/" + Rig.FLOW).body().get("example");
    load = new QueueLoad(folder.resolve("data"), ports.get(1));
    rig.hub.kill9();
  }

  /** In the order of the way of an inquiry that comes and goes by queue. */
  static Stream<CrashPoint> points() {
    String door = "jp.renkei.api.TakeMessage";
    String delivering = "jp.renkei.inquiry.Delivering";
    return Stream.of(
        CrashPoint.enter("jp.renkei.routing.GuardCaller", "guard", 15),
        CrashPoint.enter(door, "tell", 15),
        CrashPoint.exit("jp.renkei.ledger.Deliver", "run", 3),
        CrashPoint.enter("jp.renkei.inquiry.PromisedDelivery", "written", 25),
        CrashPoint.enter(delivering, "mayStillGo", 25),
        CrashPoint.exit("jp.renkei.routing.JmsDeliver", "process", 25),
        CrashPoint.enter(delivering, "delivered", 25),
        CrashPoint.enter("jp.renkei.ledger.Delivered", "run", 4),
        CrashPoint.exit("jp.renkei.ledger.Delivered", "run", 4));
  }

  @ParameterizedTest
  @MethodSource("points")
  void nothingIsLostAndEveryOutcomeIsToldOnce(CrashPoint point) throws IOException {
    rig.hub.start().awaitReady();
    load.awaitTold(sent, PATIENCE);
    assertThat(load.faults()).isEmpty();
    agent.end(rig.hub.pid(), point);
    load.start(example, "q-" + sent, COUNT);
    sent += COUNT;
    assertThat(rig.hub.exitStatus(JavaProcess.PATIENCE)).isEqualTo(Halt.STATUS);
  }

  @AfterAll
  void settleTheLast() {
    try (Rig ending = rig;
        QueueLoad last = load) {
      ending.hub.start().awaitReady();
      last.awaitTold(sent, PATIENCE);
      assertThat(last.faults()).isEmpty();
    }
  }
}

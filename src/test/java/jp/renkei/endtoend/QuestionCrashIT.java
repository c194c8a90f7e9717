package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
 * A crash between any two steps from an owner's question to its answer by queue loses neither, and
 * the owner is asked each one once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionCrashIT {

  private static final int COUNT = 30;
  private static final Duration PATIENCE = JavaProcess.PATIENCE;

  @TempDir static Path folder;
  private CrashAgentJar agent;
  private Rig rig;
  private QuestionLoad load;
  private int sent;

  @BeforeAll
  void start() throws IOException {
    agent = CrashAgentJar.in(folder);
    QueueOwner.configure(folder.resolve("data"));
    rig = new Rig(folder, FreePorts.of(3), Map.of());
    // the first start makes the users that the load logs in as
    rig.hub.start().awaitReady();
    load = new QuestionLoad(rig);
    rig.hub.kill9();
  }

  /** In the order of a question's way to its owner, and of the answer's way back. */
  static Stream<CrashPoint> points() {
    String owner = "jp.renkei.inquiry.owner";
    return Stream.of(
        CrashPoint.enter(owner + ".TellQuestions", "offered", 10),
        CrashPoint.exit("jp.renkei.ledger.TellQuestion", "run", 10),
        CrashPoint.enter("jp.renkei.inquiry.PromisedDelivery", "written", 10),
        CrashPoint.exit("jp.renkei.routing.JmsDeliver", "process", 15),
        CrashPoint.enter(owner + ".AskOwner", "asked", 10),
        CrashPoint.enter("jp.renkei.inquiry.Delivering", "delivered", 15),
        CrashPoint.enter("jp.renkei.api.AnswersDoor", "take", 10),
        CrashPoint.exit("jp.renkei.ledger.AnswerQuestion", "run", 10),
        CrashPoint.enter("jp.renkei.api.TakeMessage", "tell", 10));
  }

  @ParameterizedTest
  @MethodSource("points")
  void nothingIsLostAndEveryQuestionIsAskedOnce(CrashPoint point) throws IOException {
    rig.hub.start().awaitReady();
    load.awaitTold(sent, PATIENCE);
    assertThat(load.faults()).isEmpty();
    agent.end(rig.hub.pid(), point);
    load.start("q-" + sent, sent, COUNT);
    sent += COUNT;
    assertThat(rig.hub.exitStatus(JavaProcess.PATIENCE)).isEqualTo(Halt.STATUS);
  }

  @AfterAll
  void settleTheLast() {
    try (Rig ending = rig;
        QuestionLoad last = load) {
      ending.hub.start().awaitReady();
      last.awaitTold(sent, PATIENCE);
      assertThat(last.faults()).isEmpty();
    }
  }
}

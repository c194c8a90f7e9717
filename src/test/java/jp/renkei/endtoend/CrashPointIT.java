package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
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
 * ledger takes all the crashes, so that each start recovers from the crash before and is then
 * checked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashPointIT {

  private static final int CALLERS = 8;
  private static final int COUNT = 80;
  private static final int QUESTIONS = 45;
  private static final String T2 = "jp.renkei.ledger.MarkSent";
  private static final String TAKE_ANSWER = "jp.renkei.inquiry.owner.TakeAnswer";
  private static final String ANSWER_QUESTION = "jp.renkei.ledger.AnswerQuestion";

  @TempDir static Path folder;
  private Load crashed;
  private boolean asked;
  private CrashAgentJar agent;
  private Rig rig;
  private OwnersQuestions questions;

  @BeforeAll
  void start() throws IOException {
    agent = CrashAgentJar.in(folder);
    rig = Rig.together(folder);
    questions = new OwnersQuestions(rig.hub);
    rig.hub.kill9();
  }

  /** In the order of the inquiry's life (DESIGN.md 5). */
  static Stream<CrashPoint> points() {
    String accept = "jp.renkei.inquiry.AcceptInquiry";
    String commit = "jp.renkei.ledger.GroupCommit";
    String sender = "jp.renkei.routing.JmsSender";
    String sending = "jp.renkei.inquiry.Sending";
    String end = "jp.renkei.inquiry.EndInquiry";
    return Stream.of(
        CrashPoint.enter(accept, "accept", 15),
        CrashPoint.enter("jp.renkei.ledger.AcceptBatch", "run", 3),
        CrashPoint.exit("jp.renkei.ledger.AcceptBatch", "run", 3),
        CrashPoint.exit(commit, "run", 8),
        CrashPoint.enter(accept, "handOver", 15),
        CrashPoint.enter(sender, "send", 15),
        CrashPoint.exit(sender, "send", 15),
        CrashPoint.enter(sending, "sent", 15),
        CrashPoint.enter(T2, "run", 2),
        CrashPoint.exit(T2, "run", 2),
        CrashPoint.exit(sending, "sent", 15),
        CrashPoint.enter("jp.renkei.routing.GuardReply", "guard", 15),
        CrashPoint.enter(end, "end", 15),
        CrashPoint.exit("jp.renkei.ledger.EndBatch", "run", 3),
        CrashPoint.enter("jp.renkei.inquiry.Waiters", "ended", 15));
  }

  @ParameterizedTest
  @MethodSource("points")
  void nothingIsLostAndNothingDoneTwice(CrashPoint point) throws IOException {
    rig.hub.start().awaitReady();
    settle();
    crashed = rig.load(point.toString(), COUNT);
    letT2ComeFirst(point);
    agent.end(rig.hub.pid(), point);
    crashed.start(CALLERS);
    assertThat(rig.hub.exitStatus(JavaProcess.PATIENCE)).isEqualTo(Halt.STATUS);
  }

  /** What is asked of an owner: offered, fetched, answered. */
  static Stream<CrashPoint> pointsOfQuestions() {
    return Stream.of(
        CrashPoint.exit("jp.renkei.ledger.OfferQuestion", "run", 15),
        CrashPoint.exit("jp.renkei.inquiry.owner.Offer", "offer", 15),
        CrashPoint.exit("jp.renkei.ledger.FetchQuestion", "run", 15),
        CrashPoint.enter("jp.renkei.api.QuestionForm", "open", 15),
        CrashPoint.enter(TAKE_ANSWER, "understand", 10),
        CrashPoint.exit(ANSWER_QUESTION, "run", 15),
        CrashPoint.exit(TAKE_ANSWER, "end", 10));
  }

  @ParameterizedTest
  @MethodSource("pointsOfQuestions")
  void noQuestionIsLostAndNoneIsAskedOrAnsweredTwice(CrashPoint point) throws IOException {
    rig.hub.start().awaitReady();
    settle();
    boolean whenAnswered = Set.of(TAKE_ANSWER, ANSWER_QUESTION).contains(point.type());
    if (!whenAnswered) {
      agent.end(rig.hub.pid(), point);
    }
    questions.ask(point.toString(), QUESTIONS);
    asked = true;
    if (whenAnswered) {
      questions.awaitSeen();
      agent.end(rig.hub.pid(), point);
      questions.answer();
    }
    assertThat(rig.hub.exitStatus(JavaProcess.PATIENCE)).isEqualTo(Halt.STATUS);
  }

  /** What the crash before left behind. */
  private void settle() throws IOException {
    if (crashed != null) {
      rig.settle(crashed);
      crashed = null;
    }
    if (asked) {
      questions.settle();
      asked = false;
    }
  }

  /** T2 is only written where the reply does not come soon. */
  private void letT2ComeFirst(CrashPoint point) throws IOException {
    if (point.type().equals(T2)) {
      rig.agencies.misbehave(Rig.AGENCY, "{\"delayMs\": 1000}");
    } else {
      rig.agencies.behave(Rig.AGENCY);
    }
  }

  @AfterAll
  void settleTheLast() throws IOException {
    try (Rig ending = rig) {
      ending.hub.start().awaitReady();
      settle();
      questions.close();
    }
  }
}

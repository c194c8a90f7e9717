package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits to be accepted is bounded, and keeps no place from what ends. */
class IntakeRoomTest {

  @TempDir Path folder;

  @Test
  void whatFindsNoRoomIsRefusedAndWhatWasAcceptedStillEnds() throws Exception {
    try (LedgerFixture ledger = LedgerFixture.onH2(folder)) {
      NewInquiry accepted = ledger.accepted();
      GroupGate gate = new GroupGate();
      IntakeRoom room = new IntakeRoom(3, 1_000);
      LedgerWriter writer =
          new LedgerWriter(
              new GroupCommit(ledger.pool, true, ledger.gate, CaseNews.NONE),
              gate,
              List.of(),
              room);
      writer.submit(
          new Note(
              new Event(
                  null, null, null, ledger.clock.instant(), EventKind.REFUSED, "nhi", "holds it")));
      gate.awaitHeld();

      List<CompletableFuture<Acceptance>> posted = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        posted.add(writer.submit(new Accept(ledger.inquiry("many-" + i, "body"), null, null)));
      }
      CompletableFuture<End.Result> ended =
          writer.submit(ledger.end(accepted, Outcome.ANSWERED, "reply"));

      assertThat(posted.subList(0, 3)).noneMatch(CompletableFuture::isDone);
      assertThat(posted.subList(3, 5))
          .allSatisfy(
              refused ->
                  assertThatThrownBy(refused::join)
                      .isInstanceOf(CompletionException.class)
                      .cause()
                      .isInstanceOfSatisfying(
                          ProblemException.class,
                          why -> assertThat(why.problem()).isEqualTo(Problem.INTAKE_FULL)));
      assertThat(writer.acceptsWaiting()).isEqualTo(3);

      gate.open();
      posted.subList(0, 3).forEach(each -> assertThat(LedgerFixture.done(each).fresh()).isTrue());
      assertThat(LedgerFixture.done(ended)).isNotEqualTo(End.Result.ENDED_BEFORE);
      assertThat(
              LedgerFixture.done(
                      writer.submit(new Accept(ledger.inquiry("many-4", "body"), null, null)))
                  .fresh())
          .isTrue();
      writer.close();
    }
  }

  @Test
  void whatIsHeavyNeedsMoreRoom() {
    IntakeRoom room = new IntakeRoom(100, 5);
    List<CompletableFuture<Void>> held = new ArrayList<>();

    // three bytes each
    assertThat(post(room, held)).isFalse();
    assertThat(post(room, held)).isTrue();
    assertThat(room.bytes()).isEqualTo(3);
    held.get(0).complete(null);
    assertThat(room.inquiries()).isZero();
    assertThat(room.bytes()).isZero();
    assertThat(post(room, held)).isFalse();
  }

  /** Whether it was refused. */
  private boolean post(IntakeRoom room, List<CompletableFuture<Void>> held) {
    Accept accept = new Accept(inquiry(), null, null);
    return room.holding(
            accept,
            () -> {
              CompletableFuture<Void> result = new CompletableFuture<>();
              held.add(result);
              return result;
            })
        .isCompletedExceptionally();
  }

  private static NewInquiry inquiry() {
    return new NewInquiry(
        "01",
        "R1",
        "nhi",
        "flow",
        "agency",
        null,
        Lane.SINGLE,
        null,
        null,
        false,
        null,
        "test",
        null,
        false,
        List.of(),
        List.of(),
        null,
        null,
        new byte[1],
        new byte[2],
        null);
  }
}

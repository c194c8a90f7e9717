package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.inquiry.AwaitedReply;
import jp.renkei.inquiry.IdentifiedReply;
import jp.renkei.inquiry.IncomingReceipt;
import jp.renkei.inquiry.ReplyHeld;
import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.LedgerUnavailable;
import jp.renkei.ledger.State;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails the exchange is not acknowledged and comes again; what does not fail it is done. */
class JmsReceivePatternTest {

  private static final ArrivedReply ARRIVED =
      new ArrivedReply("mhlw", List.of(), Instant.EPOCH, () -> null);

  private static final IdentifiedReply IDENTIFIED =
      new IdentifiedReply(
          new Inquiry(
              "01",
              "R1",
              "nhi",
              PatternRoutes.FLOW.id(),
              "mhlw",
              null,
              Lane.SINGLE,
              null,
              State.SENT,
              null,
              null,
              null,
              null,
              false,
              0,
              Instant.EPOCH,
              Instant.EPOCH,
              null,
              null,
              null),
          null,
          new byte[0],
          ARRIVED);

  private static final IncomingReceipt RECEIPT = new IncomingReceipt("mhlw", "R1", "U-1");

  private PatternRoutes routes;

  @BeforeEach
  void start() throws Exception {
    routes = new PatternRoutes(exchange -> {});
    routes.steps.when("identify", given -> IDENTIFIED);
  }

  @AfterEach
  void stop() {
    routes.close();
  }

  @Test
  void isGuardedIdentifiedAndHandedToItsFlow() {
    assertThat(arrive().getException()).isNull();
    assertThat(routes.steps.called())
        .containsExactly(
            "guard mhlw",
            "identify guarded",
            "understand " + IDENTIFIED,
            "derive understanded",
            "end deriveed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identify", "understand"})
  void aReplyThatMustNotBeDeliveredIsHeldAndDone(String step) {
    routes.steps.fail(step, new ReplyHeld(EventKind.REPLY_OTHER_PERSON, null, ARRIVED, null));

    Exchange done;
    try (LoggedErrors errors = new LoggedErrors()) {
      done = arrive();
      assertThat(errors.lines()).as("who sends what is held must not fill the log").isEmpty();
    }

    assertThat(done.getException()).isNull();
    assertThat(done.isRollbackOnly()).isFalse();
    assertThat(routes.steps.called())
        .endsWith("hold REPLY_OTHER_PERSON")
        .noneMatch(call -> call.startsWith("derive") || call.startsWith("end"));
  }

  @Test
  void isDoneOnlyWhenTheLedgerHoldsIt() {
    CompletableFuture<Void> commit = new CompletableFuture<>();
    routes.steps.fail("identify", new ReplyHeld(EventKind.REPLY_NOT_READABLE, null, ARRIVED, null));
    routes.steps.when("hold", given -> commit);

    CompletableFuture<Exchange> arrived =
        routes.context.createProducerTemplate().asyncSend("direct:arrivals", exchange -> {});

    assertThat(arrived).isNotDone();
    commit.complete(null);
    assertThat(arrived.join().getException()).isNull();
  }

  @Test
  void isNotDoneWhenTheLedgerCannotHoldIt() {
    LedgerUnavailable away = new LedgerUnavailable("away", null);
    routes.steps.fail("understand", new ReplyHeld(EventKind.REPLY_NOT_VALID, null, ARRIVED, null));
    routes.steps.when("hold", given -> CompletableFuture.failedFuture(away));

    assertThat(arrive().getException()).isSameAs(away);
  }

  @ParameterizedTest
  @ValueSource(strings = {"guard", "identify", "understand", "derive", "end"})
  void aTechnicalFailureIsNotSwallowed(String step) {
    LedgerUnavailable away = new LedgerUnavailable("away", null);
    routes.steps.fail(step, away);

    assertThat(arrive().getException()).isSameAs(away);
    assertThat(routes.steps.called()).noneMatch(call -> call.startsWith("hold"));
  }

  @Test
  void anEndThatIsNotCommittedIsNotSwallowed() {
    LedgerUnavailable away = new LedgerUnavailable("away", null);
    routes.steps.when("end", given -> CompletableFuture.failedFuture(away));

    assertThat(arrive().getException()).isSameAs(away);
  }

  @Test
  void aReplyForAFlowWhoseRouteIsStoppedComesAgain() throws Exception {
    routes.context.getRouteController().stopRoute(PatternRoutes.FLOW.id() + "/reply");

    assertThat(arrive().getException()).isNotNull();
    assertThat(routes.steps.called()).noneMatch(call -> call.startsWith("hold"));
  }

  @Test
  void aReceiptIsKeptAndIsNoReply() {
    receiptComes(List.of());

    assertThat(arrive().getException()).isNull();
    assertThat(routes.steps.called()).containsExactly("guard mhlw", "keep U-1");
  }

  @Test
  void whatWaitedForTheReceiptGoesOnOneByOne() {
    receiptComes(List.of(new AwaitedReply(7, IDENTIFIED), new AwaitedReply(8, IDENTIFIED)));

    assertThat(arrive().getException()).isNull();
    assertThat(routes.steps.called())
        .containsExactly(
            "guard mhlw",
            "keep U-1",
            "understand " + IDENTIFIED,
            "derive understanded",
            "end deriveed",
            "takenUp 7",
            "understand " + IDENTIFIED,
            "derive understanded",
            "end deriveed",
            "takenUp 8");
  }

  @Test
  void whatWaitedAndMustNotBeDeliveredIsHeldAndWaitsNoMore() {
    receiptComes(List.of(new AwaitedReply(7, IDENTIFIED)));
    routes.steps.fail(
        "understand", new ReplyHeld(EventKind.REPLY_OTHER_PERSON, null, ARRIVED, null));

    assertThat(arrive().getException()).isNull();
    assertThat(routes.steps.called()).endsWith("hold REPLY_OTHER_PERSON", "takenUp 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep", "understand", "end", "takenUp"})
  void aReceiptIsDoneOnlyWhenAllThatFollowsIs(String step) {
    LedgerUnavailable away = new LedgerUnavailable("away", null);
    receiptComes(List.of(new AwaitedReply(7, IDENTIFIED), new AwaitedReply(8, IDENTIFIED)));
    routes.steps.fail(step, away);

    assertThat(arrive().getException(LedgerUnavailable.class)).isSameAs(away);
    assertThat(routes.steps.called()).doesNotContain("takenUp 8");
  }

  @Test
  void aReplyWhoseReceiptCameWhileItWasBeingHeldGoesOn() {
    routes.steps.fail(
        "identify", new ReplyHeld(EventKind.REPLY_WITHOUT_INQUIRY, null, ARRIVED, null));
    routes.steps.when("hold", given -> CompletableFuture.completedFuture(RECEIPT));
    routes.steps.when(
        "keep",
        given -> CompletableFuture.completedFuture(List.of(new AwaitedReply(7, IDENTIFIED))));

    Exchange done = arrive();

    assertThat(done.getException()).isNull();
    assertThat(done.getProperty("held")).as("it is not held any more").isNull();
    assertThat(routes.steps.called())
        .containsSubsequence("hold REPLY_WITHOUT_INQUIRY", "keep U-1", "end deriveed", "takenUp 7");
  }

  private void receiptComes(List<AwaitedReply> waiting) {
    routes.steps.when("guard", given -> RECEIPT);
    routes.steps.when("keep", given -> CompletableFuture.completedFuture(waiting));
  }

  private Exchange arrive() {
    return routes.context.createProducerTemplate().send("direct:arrivals", exchange -> {});
  }
}

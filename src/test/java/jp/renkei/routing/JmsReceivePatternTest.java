package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.inquiry.IdentifiedReply;
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
              Instant.EPOCH,
              Instant.EPOCH,
              null,
              null,
              null),
          null,
          new byte[0],
          ARRIVED);

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

  private Exchange arrive() {
    return routes.context.createProducerTemplate().send("direct:arrivals", exchange -> {});
  }
}

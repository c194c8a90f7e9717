package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import jp.renkei.inquiry.Permit;
import jp.renkei.inquiry.Submission;
import jp.renkei.ledger.Acceptance;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.LedgerUnavailable;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryPatternTest {

  private static final Submission SUBMISSION =
      new Submission("nhi", PatternRoutes.FLOW, "key", null, null, null, Lane.SINGLE, null);

  private static final Acceptance ACCEPTANCE =
      new Acceptance(
          new Inquiry(
              "01",
              "R1",
              "nhi",
              PatternRoutes.FLOW.id(),
              "mhlw",
              null,
              Lane.SINGLE,
              null,
              State.ACCEPTED,
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
          true,
          true);

  private static final List<String> ORDER =
      List.of("permit", "validate", "permitItems", "check", "transform", "accept");

  private final PatternRoutes routes = start();
  private final RouteEntrance entrance =
      new RouteEntrance(routes.context, new Permit(null, Clock.systemUTC()));

  private static PatternRoutes start() {
    try {
      return new PatternRoutes(exchange -> {});
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void stop() {
    routes.close();
  }

  @Test
  void everyStepGetsWhatTheOneBeforeItMade() {
    routes.steps.when("accept", given -> CompletableFuture.completedFuture(ACCEPTANCE));

    assertThat(entrance.submit(SUBMISSION).join()).isSameAs(ACCEPTANCE);
    assertThat(routes.steps.called())
        .containsExactly(
            "permit " + SUBMISSION,
            "validate permited",
            "permitItems validateed",
            "check permitItemsed",
            "transform checked",
            "accept transformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"permit", "validate", "permitItems", "check", "transform", "accept"})
  void aRefusalReachesTheCallerAsItIsAndNoFurtherStepRuns(String refusing) {
    ProblemException refusal = new ProblemException(Problem.INVALID_PAYLOAD);
    routes.steps.fail(refusing, refusal);

    try (LoggedErrors errors = new LoggedErrors()) {
      assertThat(failure(entrance.submit(SUBMISSION))).isSameAs(refusal);
      assertThat(errors.lines()).as("who is refused must not fill the log").isEmpty();
    }
    assertThat(routes.steps.called()).hasSize(ORDER.indexOf(refusing) + 1);
  }

  @Test
  void theCommitIsAwaitedWithoutAThread() {
    CompletableFuture<Acceptance> commit = new CompletableFuture<>();
    AtomicReference<Thread> ranOn = new AtomicReference<>();
    routes.steps.when(
        "accept",
        given -> {
          ranOn.set(Thread.currentThread());
          return commit;
        });

    CompletableFuture<Acceptance> submitted = entrance.submit(SUBMISSION);

    assertThat(ranOn).as("the steps run on the door's thread").hasValue(Thread.currentThread());
    assertThat(submitted).as("the door has its thread back before the commit").isNotDone();
    commit.complete(ACCEPTANCE);
    assertThat(submitted).isCompletedWithValue(ACCEPTANCE);
  }

  @Test
  void aCommitThatFailsReachesTheCallerOnce() {
    CompletableFuture<Acceptance> commit = new CompletableFuture<>();
    LedgerUnavailable away = new LedgerUnavailable("away", null);
    routes.steps.when("accept", given -> commit.whenComplete((done, failure) -> {}));

    CompletableFuture<Acceptance> submitted = entrance.submit(SUBMISSION);
    commit.completeExceptionally(away);

    assertThat(failure(submitted)).isSameAs(away);
    assertThat(routes.steps.called()).hasSize(ORDER.size());
  }

  @Test
  void aFlowWhoseRouteIsStoppedCannotAcceptNow() throws Exception {
    routes.context.getRouteController().stopRoute(PatternRoutes.FLOW.id());

    assertThat(failure(entrance.submit(SUBMISSION)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problem()).isEqualTo(Problem.UNAVAILABLE));

    routes.context.getRouteController().startRoute(PatternRoutes.FLOW.id());
    routes.steps.when("accept", given -> CompletableFuture.completedFuture(ACCEPTANCE));
    assertThat(entrance.submit(SUBMISSION).join()).isSameAs(ACCEPTANCE);
  }

  @Test
  void aReplyIsUnderstoodDerivedAndEndsInThatOrder() {
    assertThat(reply("xml").getException()).isNull();
    assertThat(routes.steps.called())
        .containsExactly("understand xml", "derive understanded", "end deriveed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"understand", "derive", "end"})
  void aStepOfTheReplyThatFailsFailsTheReply(String failing) {
    IllegalStateException failure = new IllegalStateException(failing);
    routes.steps.fail(failing, failure);

    assertThat(reply("xml").getException()).isSameAs(failure);
  }

  @Test
  void theEndIsAwaited() {
    CompletableFuture<Void> commit = new CompletableFuture<>();
    routes.steps.when("end", given -> commit);

    CompletableFuture<Exchange> replied =
        routes
            .context
            .createProducerTemplate()
            .asyncSend(
                "direct:" + PatternRoutes.FLOW.id() + "/reply",
                exchange -> exchange.getIn().setBody("xml"));
    assertThat(replied).isNotDone();
    commit.completeExceptionally(new LedgerUnavailable("away", null));

    assertThatThrownBy(() -> throwing(replied.join()))
        .isInstanceOf(LedgerUnavailable.class)
        .hasMessage("away");
  }

  private Exchange reply(String xml) {
    return routes
        .context
        .createProducerTemplate()
        .send(
            "direct:" + PatternRoutes.FLOW.id() + "/reply",
            exchange -> exchange.getIn().setBody(xml));
  }

  private static void throwing(Exchange exchange) throws Exception {
    throw exchange.getException();
  }

  private static Throwable failure(CompletableFuture<?> failed) {
    assertThat(failed).isCompletedExceptionally();
    try {
      failed.join();
      return null;
    } catch (CompletionException e) {
      return e.getCause();
    }
  }
}

package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletionException;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Validity;
import jp.renkei.inquiry.Permit;
import jp.renkei.inquiry.Submission;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.MovableClock;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;

/** A flow in use from 1 April to 30 June 2026, and the seconds in which a day begins. */
class RoutesInUseTest {

  private static final Flow FLOW =
      PatternRoutes.flow(new Validity(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)));
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void beginsWithItsFirstDay() throws Exception {
    MovableClock clock = new MovableClock(Instant.parse("2026-03-31T23:59:59+09:00"));
    try (PatternRoutes routes = new PatternRoutes(exchange -> {}, FLOW, clock)) {
      assertRoutes(routes, ServiceStatus.Stopped, ServiceStatus.Stopped);

      routes.inUse.turn(routes.context);
      assertRoutes(routes, ServiceStatus.Stopped, ServiceStatus.Stopped);

      clock.pass(SECOND);
      routes.inUse.turn(routes.context);
      assertRoutes(routes, ServiceStatus.Started, ServiceStatus.Started);
    }
  }

  @Test
  void endsAfterItsLastDayAndStillTakesReplies() throws Exception {
    MovableClock clock = new MovableClock(Instant.parse("2026-06-30T23:59:59+09:00"));
    try (PatternRoutes routes = new PatternRoutes(exchange -> {}, FLOW, clock)) {
      assertRoutes(routes, ServiceStatus.Started, ServiceStatus.Started);

      clock.pass(SECOND);
      routes.inUse.turn(routes.context);
      assertRoutes(routes, ServiceStatus.Stopped, ServiceStatus.Started);
    }
  }

  @Test
  void whatADayDoesNotChangeIsLeftAsItIs() throws Exception {
    MovableClock clock = new MovableClock(Instant.parse("2026-05-01T23:59:59+09:00"));
    try (PatternRoutes routes = new PatternRoutes(exchange -> {}, FLOW, clock)) {
      routes.context.getRouteController().suspendRoute(FLOW.id());

      clock.pass(SECOND);
      routes.inUse.turn(routes.context);

      assertRoutes(routes, ServiceStatus.Suspended, ServiceStatus.Started);
    }
  }

  @Test
  void aSubmissionToItIsRefusedAndOneToASuspendedRouteIsToComeAgain() throws Exception {
    MovableClock clock = new MovableClock(Instant.parse("2026-06-30T12:00:00+09:00"));
    try (PatternRoutes routes = new PatternRoutes(exchange -> {}, FLOW, clock)) {
      RouteEntrance entrance = new RouteEntrance(routes.context, new Permit(null, clock));

      routes.context.getRouteController().suspendRoute(FLOW.id());
      assertThat(refusal(entrance)).isEqualTo(Problem.UNAVAILABLE);

      clock.pass(Duration.ofDays(1));
      routes.inUse.turn(routes.context);
      assertThat(refusal(entrance)).isEqualTo(Problem.UNKNOWN_FLOW);
    }
  }

  private static Problem refusal(RouteEntrance entrance) {
    Submission submission = new Submission("nhi", FLOW, "key", null, null, null, Lane.SINGLE, null);
    CompletionException failure =
        catchThrowableOfType(CompletionException.class, () -> entrance.submit(submission).join());
    return ((ProblemException) failure.getCause()).problem();
  }

  private static void assertRoutes(
      PatternRoutes routes, ServiceStatus asking, ServiceStatus replies) {
    assertThat(routes.context.getRouteController().getRouteStatus(FLOW.id())).isEqualTo(asking);
    assertThat(routes.context.getRouteController().getRouteStatus(FLOW.id() + "/reply"))
        .isEqualTo(replies);
    assertThat(routes.context.getRouteController().getRouteStatus("mhlw/send"))
        .isEqualTo(ServiceStatus.Started);
  }
}

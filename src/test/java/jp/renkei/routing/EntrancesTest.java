package jp.renkei.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import jp.renkei.inquiry.IncomingReply;
import jp.renkei.inquiry.owner.OwnerAnswer;
import jp.renkei.ledger.AnswerQuestion;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Doors are open before the routes run, and still when they are stopped: whoever hands something in
 * is told to come again.
 */
class EntrancesTest {

  private static final OwnerAnswer ANSWER =
      new OwnerAnswer("flow", "01", "nhi", JsonNodeFactory.instance.objectNode());
  private static final IncomingReply REPLY =
      new IncomingReply("agency", "R1", null, new byte[0], null);

  private static DefaultCamelContext context;

  @BeforeEach
  void make() {
    context = new DefaultCamelContext();
    context.disableJMX();
    DirectComponent direct = new DirectComponent();
    direct.setBlock(false);
    context.addComponent("direct", direct);
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  /** A name to show, and what is handed in there. */
  static Stream<Callable<Object>> entrances() {
    return Stream.of(
        () -> new RouteOwnerEntrance(context).arrive(ANSWER),
        () -> new RouteReplyEntrance(context).arrive(REPLY).join());
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void beforeTheRoutesRunItMayComeAgain(Callable<Object> entrance) {
    assertUnavailable(entrance);
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void whereTheRouteIsNotStartedItMayComeAgain(Callable<Object> entrance) {
    context.start();

    assertUnavailable(entrance);
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void whereAFurtherRouteIsNotStartedItMayComeAgain(Callable<Object> entrance) throws Exception {
    context.addRoutes(both(route -> route.to("direct:further")));
    context.start();

    assertUnavailable(entrance);
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void whereTheRouteWasStoppedItMayComeAgain(Callable<Object> entrance) throws Exception {
    context.addRoutes(both(route -> route.log("taken")));
    context.start();
    context.getRouteController().stopAllRoutes();

    assertUnavailable(entrance);
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void anyOtherFailureIsToldAsItIs(Callable<Object> entrance) throws Exception {
    context.addRoutes(both(route -> route.throwException(new IOException("of the disk"))));
    context.start();

    assertThatThrownBy(() -> called(entrance))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("of the disk");
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void whatTheRouteMakesOfItIsTold(Callable<Object> entrance) throws Throwable {
    context.addRoutes(both(route -> route.setBody(exchange -> AnswerQuestion.Standing.ANSWERED)));
    context.start();

    assertThat(called(entrance)).isIn(AnswerQuestion.Standing.ANSWERED, true);
  }

  private static void assertUnavailable(Callable<Object> entrance) {
    assertThatThrownBy(() -> called(entrance))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem()).isEqualTo(Problem.UNAVAILABLE));
  }

  private static Object called(Callable<Object> entrance) throws Throwable {
    try {
      return entrance.call();
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }

  private interface Steps {
    void add(RouteDefinition route);
  }

  private static RoutesBuilder both(Steps steps) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        errorHandler(noErrorHandler());
        steps.add(from("direct:flow/reply"));
        steps.add(from("direct:agency/receive"));
      }
    };
  }
}

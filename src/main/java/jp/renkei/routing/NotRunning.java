package jp.renkei.routing;

import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;

/**
 * Tells where a route does not run now: the hub is starting or stopping, or somebody stopped the
 * route. What was handed in is as if it had not been, and may come again.
 */
final class NotRunning {

  private NotRunning() {}

  /** Whether a failure is, or comes from, a route that does not run. */
  static boolean is(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof DirectConsumerNotAvailableException
                    || cause instanceof RejectedExecutionException);
  }

  /** What a door is told of a failure: {@code UNAVAILABLE} where a route does not run. */
  static RuntimeException told(Throwable failure) {
    if (is(failure)) {
      return new ProblemException(Problem.UNAVAILABLE);
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }
}

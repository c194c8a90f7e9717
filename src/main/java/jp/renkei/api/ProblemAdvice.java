package jp.renkei.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.renkei.inquiry.Refusal;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Tells every failure as a problem of the closed catalogue; what it does not know stays in the log.
 */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final RefusalListener listener;

  ProblemAdvice(RefusalListener listener) {
    this.listener = listener;
  }

  @ExceptionHandler
  ResponseEntity<Object> tell(Exception thrown) {
    return answer(thrown);
  }

  /** The answer to a request that failed. */
  ResponseEntity<Object> answer(Throwable thrown) {
    Throwable failure = Refusal.cause(thrown);
    Optional<Refusal> refusal = Refusal.of(failure);
    if (refusal.isPresent()) {
      return told(refusal.get().problem(), refusal.get().faults(), refusal.get().pause());
    }
    if (failure instanceof RequestRejectedException) {
      return told(
          Problem.BAD_PARAMETER,
          List.of(new Fault("", "a parameter or a header has a character that is refused")),
          null);
    }
    if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
      return told(
          Problem.BAD_PARAMETER, List.of(new Fault(mismatch.getName(), "not of its type")), null);
    }
    Problem problem = named(failure);
    if (problem == Problem.INTERNAL) {
      log.error("A request failed in an unknown way", failure);
    }
    return told(problem, List.of(), null);
  }

  private ResponseEntity<Object> told(Problem problem, List<Fault> faults, Duration pause) {
    listener.refused(problem);
    return pause == null
        ? ProblemBody.response(problem, faults)
        : ProblemBody.response(problem, faults, pause);
  }

  private static Problem named(Throwable failure) {
    if (failure instanceof AsyncRequestTimeoutException) {
      return Problem.UNAVAILABLE;
    }
    if (failure instanceof NoResourceFoundException) {
      return Problem.NOT_FOUND;
    }
    if (failure instanceof HttpRequestMethodNotSupportedException) {
      return Problem.METHOD_NOT_ALLOWED;
    }
    if (failure instanceof HttpMediaTypeNotSupportedException) {
      return Problem.UNSUPPORTED_MEDIA_TYPE;
    }
    if (failure instanceof HttpMediaTypeNotAcceptableException) {
      return Problem.NOT_ACCEPTABLE;
    }
    return Problem.INTERNAL;
  }
}

package jp.renkei.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jp.renkei.inquiry.Refusal;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.Retry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A problem as RFC 9457 has it, with what to do, in both languages. */
final class ProblemBody {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** What a client wants of HTTP and the hub does not have. */
  private static final Set<Integer> NOT_SPOKEN = Set.of(501, 505);

  private ProblemBody() {}

  static ResponseEntity<Object> response(Problem problem, List<Fault> faults) {
    return response(problem, faults, PAUSE);
  }

  /** With the time after which it is worth a repeat, where it is. */
  static ResponseEntity<Object> response(Problem problem, List<Fault> faults, Duration pause) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.retry() == Retry.AFTER_PAUSE) {
      headers.set(HttpHeaders.RETRY_AFTER, seconds(pause));
    }
    return new ResponseEntity<>(Refusal.body(problem, faults), headers, problem.status());
  }

  /**
   * The problem of a request that was refused before any door looked at it: its line or a header,
   * unless the status says more.
   */
  static Problem ofStatus(int status) {
    return Arrays.stream(Problem.values())
        .filter(problem -> problem.status() == status)
        .findFirst()
        .orElse(status < 500 || NOT_SPOKEN.contains(status) ? Problem.MALFORMED : Problem.INTERNAL);
  }

  /** The faults of such a problem. */
  static List<Fault> placeless(Problem problem) {
    return problem == Problem.MALFORMED
        ? List.of(new Fault("", "the request line, a header or the body's form is refused"))
        : List.of();
  }

  /** Whole seconds, at least one, never less than the time. */
  static String seconds(Duration pause) {
    return Long.toString(Math.max(1, pause.plusNanos(999_999_999).toSeconds()));
  }
}

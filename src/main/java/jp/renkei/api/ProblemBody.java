package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.Retry;
import jp.renkei.protection.IndividualNumbersInText;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A problem as RFC 9457 has it, with what to do, in both languages. */
final class ProblemBody {

  private static final Duration PAUSE = Duration.ofSeconds(2);

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
    return new ResponseEntity<>(body(problem, faults), headers, problem.status());
  }

  /** Whole seconds, at least one, never less than the time. */
  static String seconds(Duration pause) {
    return Long.toString(Math.max(1, pause.plusNanos(999_999_999).toSeconds()));
  }

  static ObjectNode body(Problem problem, List<Fault> faults) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", problem.type());
    body.put("code", problem.code());
    body.put("title", problem.title());
    body.put("titleJa", problem.titleJa());
    body.put("status", problem.status());
    body.put("action", problem.action());
    body.put("actionJa", problem.actionJa());
    ArrayNode places = body.putArray("faults");
    faults.forEach(
        fault ->
            places
                .addObject()
                .put("pointer", IndividualNumbersInText.masked(fault.pointer()))
                .put("reason", IndividualNumbersInText.masked(fault.reason())));
    return body;
  }
}

package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import jp.renkei.ledger.LedgerUnavailable;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.IndividualNumbersInText;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What a door tells of a failure, whatever the door.
 *
 * @param pause after which the same may succeed, or null where nobody knows
 */
public record Refusal(Problem problem, List<Fault> faults, Duration pause) {

  /** The refusal that a failure is, or nothing where only the door may know what it means. */
  public static Optional<Refusal> of(Throwable thrown) {
    Throwable failure = cause(thrown);
    if (failure instanceof ProblemException told) {
      return Optional.of(new Refusal(told.problem(), told.faults(), told.pause()));
    }
    return failure instanceof LedgerUnavailable
            || failure instanceof DataAccessException
            || failure instanceof TransactionException
        ? Optional.of(new Refusal(Problem.UNAVAILABLE, List.of(), null))
        : Optional.empty();
  }

  /** What failed, without what futures put around it. */
  public static Throwable cause(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  /** A problem as RFC 9457 has it, with what to do, in both languages. */
  public static ObjectNode body(Problem problem, List<Fault> faults) {
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

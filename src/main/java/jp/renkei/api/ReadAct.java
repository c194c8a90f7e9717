package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.IndividualNumbersInText;

/** Reads what somebody wants done, and why: a reason is always asked for, and becomes an event. */
final class ReadAct {

  static final String REASON = "reason";

  private static final int LONGEST_REASON = 200;

  private final ReadBody bodies = new ReadBody();

  /**
   * Reads an object with a reason and, of other fields, only those named.
   *
   * @throws ProblemException with the places that are wrong
   */
  ObjectNode read(HttpServletRequest request, String... others) throws IOException {
    ObjectNode act = bodies.read(request);
    refuseUnknown(act, "", REASON, others);
    JsonNode reason = act.path(REASON);
    check(reason.isTextual() ? reason.textValue() : null, Problem.INVALID_FIELD, "/" + REASON);
    return act;
  }

  /**
   * A reason that comes as a parameter.
   *
   * @throws ProblemException where it is no good reason
   */
  static String reasonParameter(String reason) {
    check(reason, Problem.BAD_PARAMETER, REASON);
    return reason;
  }

  private static void check(String reason, Problem problem, String place) {
    if (reason == null || reason.isBlank()) {
      throw new ProblemException(problem, place, "required: a text, which will be an event");
    }
    if (reason.length() > LONGEST_REASON) {
      throw new ProblemException(problem, place, "longer than " + LONGEST_REASON + " characters");
    }
    if (IndividualNumbersInText.isIn(reason)) {
      throw new ProblemException(
          Problem.INDIVIDUAL_NUMBER, place, "holds what may be an individual number");
    }
  }

  /** Refuses the fields of an object that nobody knows. */
  static void refuseUnknown(ObjectNode object, String at, String known, String... others) {
    Set<String> allowed = new java.util.HashSet<>(Set.of(others));
    allowed.add(known);
    List<Fault> faults = new ArrayList<>();
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!allowed.contains(name)) {
                faults.add(new Fault(at, "unknown field, not one of " + allowed));
              }
            });
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.UNKNOWN_FIELD, faults);
    }
  }

  /** A text, or null where it is left out. */
  static String text(ObjectNode object, String at, String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new ProblemException(Problem.INVALID_FIELD, at + "/" + name, "not a text");
    }
    return value.textValue();
  }
}

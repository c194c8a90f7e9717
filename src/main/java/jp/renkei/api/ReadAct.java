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
    List<Fault> faults = new ArrayList<>();
    JsonNode reason = act.get(REASON);
    if (reason == null || !reason.isTextual() || reason.textValue().isBlank()) {
      faults.add(new Fault("/" + REASON, "required: a text, which will be an event"));
    } else if (reason.textValue().length() > LONGEST_REASON) {
      faults.add(new Fault("/" + REASON, "longer than " + LONGEST_REASON + " characters"));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_FIELD, faults);
    }
    if (IndividualNumbersInText.isIn(reason.textValue())) {
      throw new ProblemException(
          Problem.INDIVIDUAL_NUMBER, "/" + REASON, "holds what may be an individual number");
    }
    return act;
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

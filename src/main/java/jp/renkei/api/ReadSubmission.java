package jp.renkei.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.inquiry.Submission;
import jp.renkei.ledger.Lane;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads the envelope of an inquiry: everything around the payload. */
final class ReadSubmission {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");
  private static final Pattern CASE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z]{1,40}");
  private static final Set<String> KNOWN = Set.of("flow", "case", "deadline", "payload");

  private final Catalogue catalogue;

  ReadSubmission(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Submission read(String caller, String key, ObjectNode body, Lane lane) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw new ProblemException(
          Problem.NO_KEY, "Idempotency-Key", "missing, or not 1 to 128 visible characters");
    }
    refuseUnknownFields(body);
    List<Fault> faults = new ArrayList<>();
    String flowId = text(body, "flow", true, faults);
    String caseId = text(body, "case", false, faults);
    String deadline = text(body, "deadline", false, faults);
    if (caseId != null && !CASE.matcher(caseId).matches()) {
      faults.add(new Fault("/case", "not 1 to 64 of letters, digits, point, hyphen, underscore"));
    }
    JsonNode payload = body.get("payload");
    if (payload == null || !payload.isObject()) {
      faults.add(new Fault("/payload", "required: an object"));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_FIELD, faults);
    }
    Flow flow =
        catalogue
            .flow(flowId)
            .orElseThrow(
                () -> new ProblemException(Problem.UNKNOWN_FLOW, "/flow", "not in the catalogue"));
    return new Submission(caller, flow, key, caseId, deadline, payload, lane, null);
  }

  /** Names an unknown field only where its name cannot be a value that slipped. */
  private static void refuseUnknownFields(ObjectNode body) {
    List<Fault> faults = new ArrayList<>();
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name)) {
                faults.add(
                    new Fault(
                        PLAIN_NAME.matcher(name).matches() ? "/" + name : "", "unknown field"));
              }
            });
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.UNKNOWN_FIELD, faults);
    }
  }

  private static String text(ObjectNode body, String name, boolean required, List<Fault> faults) {
    JsonNode value = body.get(name);
    if (value == null || (value.isNull() && !required)) {
      if (required) {
        faults.add(new Fault("/" + name, "required: a text"));
      }
      return null;
    }
    if (!value.isTextual()) {
      faults.add(new Fault("/" + name, "not a text"));
      return null;
    }
    return value.textValue();
  }
}

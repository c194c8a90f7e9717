package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.Lane;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Reads the envelope of an inquiry: everything around the payload. Every door reads it here, so
 * that all refuse alike.
 */
public final class ReadSubmission {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");

  /** What a case (受付番号) may be named. */
  public static final Pattern CASE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** How a fault tells a name that does not fit. */
  public static final String CASE_FORM =
      "not 1 to 64 of letters, digits, point, hyphen, underscore";

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z]{1,40}");
  private static final String FLOW = "flow";
  private static final Set<String> KNOWN = Set.of("case", "deadline", "payload");

  private final Catalogue catalogue;

  public ReadSubmission(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads an inquiry whose key comes beside it.
   *
   * @param key as it came, or null
   * @param keyPlace where the key should be, for the refusal
   * @throws ProblemException with the places that are wrong
   */
  public Submission read(String caller, String key, String keyPlace, ObjectNode body, Lane lane) {
    return read(caller, key, keyPlace, null, body, lane);
  }

  /**
   * Reads the rest where the flow is known, as it is at the door for questions to owners.
   *
   * @param named the flow, or null where the body names it
   * @throws ProblemException with the places that are wrong
   */
  public Submission read(
      String caller, String key, String keyPlace, Flow named, ObjectNode body, Lane lane) {
    if (!isKey(key)) {
      throw new ProblemException(
          Problem.NO_KEY, keyPlace, "missing, or not 1 to 128 visible characters");
    }
    refuseUnknownFields(body, named == null);
    List<Fault> faults = new ArrayList<>();
    String flowId = named == null ? text(body, FLOW, true, faults) : named.id();
    String caseId = text(body, "case", false, faults);
    String deadline = text(body, "deadline", false, faults);
    if (caseId != null && !CASE.matcher(caseId).matches()) {
      faults.add(new Fault("/case", CASE_FORM));
    }
    JsonNode payload = body.get("payload");
    if (payload == null || !payload.isObject()) {
      faults.add(new Fault("/payload", "required: an object"));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_FIELD, faults);
    }
    Flow flow = named == null ? inquired(flowId) : named;
    return new Submission(caller, flow, key, caseId, deadline, payload, lane, null);
  }

  private Flow inquired(String flowId) {
    Flow flow =
        catalogue
            .flow(flowId)
            .orElseThrow(
                () -> new ProblemException(Problem.UNKNOWN_FLOW, "/flow", "not in the catalogue"));
    if (flow.pattern() != jp.renkei.flow.Pattern.INQUIRY) {
      throw new ProblemException(
          Problem.UNKNOWN_FLOW, "/flow", "asked at /api/v1/questions/" + flow.id());
    }
    return flow;
  }

  /** Whether a text may be an idempotency key. */
  public static boolean isKey(String key) {
    return key != null && KEY.matcher(key).matches();
  }

  /** Names an unknown field only where its name cannot be a value that slipped. */
  private static void refuseUnknownFields(ObjectNode body, boolean namesFlow) {
    List<Fault> faults = new ArrayList<>();
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!KNOWN.contains(name) && !(namesFlow && name.equals(FLOW))) {
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

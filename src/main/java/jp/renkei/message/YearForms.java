package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** The JSON forms of a kind that asks about a person and a fiscal year, towards both callers. */
public final class YearForms {

  private static final String ROOT = "/reply";

  private final PayloadSchema request;
  private final PayloadSchema told;

  /**
   * @param kind the kind's id: its schemas are {@code <kind>.request.schema.json} and {@code
   *     <kind>.told.schema.json}
   */
  public YearForms(String kind) {
    this.request = new PayloadSchema("/schemas/" + kind + ".request.schema.json");
    this.told = new PayloadSchema("/schemas/" + kind + ".told.schema.json", ROOT);
  }

  /** The schema of the payload. */
  public JsonNode requestSchema() {
    return request.document();
  }

  /** The schema of the owner's answer. */
  public JsonNode toldSchema() {
    return told.document();
  }

  /**
   * Reads the payload.
   *
   * @throws ProblemException {@code INVALID_PAYLOAD} with every place that is wrong
   */
  public YearQuestion question(JsonNode given) {
    JsonNode payload = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = request.faults(payload);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_PAYLOAD, faults);
    }
    return new YearQuestion(
        ResidentNumber.normalise(payload.get("residentNumber").textValue()),
        payload.get("year").intValue(),
        payload.get("nonDisclosable").booleanValue());
  }

  /**
   * Checks the owner's answer: by the schema, and then whose it is and what the kind knows beyond.
   *
   * @param contradictions what a schema cannot say; asked where the schema has no fault
   * @throws ProblemException {@code INVALID_ANSWER} with every place that is wrong
   */
  public void check(YearQuestion question, JsonNode reply, Contradictions contradictions) {
    List<Fault> faults = new ArrayList<>(told.faults(reply));
    if (faults.isEmpty()) {
      refuseOthers(question, reply, faults);
      contradictions.add(faults);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_ANSWER, faults);
    }
  }

  private static void refuseOthers(YearQuestion question, JsonNode reply, List<Fault> faults) {
    if (reply.has("residentNumber")
        && !ResidentNumber.normalise(reply.get("residentNumber").textValue())
            .equals(question.residentNumber())) {
      refuse(faults, "/residentNumber", "not the person who was asked about");
    }
    if (reply.has("year") && reply.get("year").intValue() != question.year()) {
      refuse(faults, "/year", "not the year that was asked about");
    }
  }

  /** Notes a fault of the answer at a pointer below {@code /reply}. */
  public static void refuse(List<Fault> faults, String place, String why) {
    faults.add(new Fault(ROOT + place, why));
  }

  /** Notes a day that is still to come. */
  public static void refuseAfter(LocalDate today, JsonNode day, String place, List<Fault> faults) {
    if (day.isTextual() && LocalDate.parse(day.textValue()).isAfter(today)) {
      refuse(faults, place, "after today");
    }
  }

  /** What a schema cannot say of an answer. */
  @FunctionalInterface
  public interface Contradictions {
    void add(List<Fault> faults);
  }
}

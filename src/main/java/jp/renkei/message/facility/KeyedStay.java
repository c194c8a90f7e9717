package jp.renkei.message.facility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.MunicipalityCode;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.facility.StayReply.Result;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads what was keyed in from a form: by the schema, then by what a schema cannot say. */
final class KeyedStay {

  private static final String ROOT = "/reply";
  private static final String ADMITTED_ON = "admittedOn";
  private static final String LEFT_ON = "leftOn";
  private static final String FORMER = "formerMunicipality";
  private static final String ADDRESS_MOVED = "addressMoved";

  private final PayloadSchema schema =
      new PayloadSchema("/schemas/facility-residence.keyed.schema.json", ROOT);

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code INVALID_REPLY} with every place that is wrong
   */
  StayReply read(MessageHeader header, StayQuestion question, JsonNode given, LocalDate today) {
    JsonNode reply = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = new ArrayList<>(schema.faults(reply));
    if (faults.isEmpty()) {
      refuseContradictions(reply, question, today, faults);
      MunicipalityCode.refuseWrong(reply, ROOT, "/" + FORMER, faults);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_REPLY, faults);
    }
    return new StayReply(
        header.number(),
        header.environment(),
        result(reply),
        day(reply, ADMITTED_ON),
        day(reply, LEFT_ON),
        reply.path(FORMER).textValue(),
        reply.has(ADDRESS_MOVED) ? reply.get(ADDRESS_MOVED).booleanValue() : null);
  }

  private static void refuseContradictions(
      JsonNode reply, StayQuestion question, LocalDate today, List<Fault> faults) {
    Result result = result(reply);
    if (result.stayed()) {
      LocalDate admitted = day(reply, ADMITTED_ON);
      refuseIf(admitted == null, ADMITTED_ON, "required with " + result, faults);
      refuseOutside(admitted, question.birth().earliest(), today, ADMITTED_ON, faults);
      refuseOutside(day(reply, LEFT_ON), admitted, today, LEFT_ON, faults);
    } else {
      for (String field : List.of(ADMITTED_ON, FORMER, ADDRESS_MOVED)) {
        refuseIf(reply.has(field), field, "only with RESIDENT or LEFT", faults);
      }
    }
    refuseIf(reply.has(LEFT_ON) != (result == Result.LEFT), LEFT_ON, "with LEFT only", faults);
  }

  private static void refuseOutside(
      LocalDate day, LocalDate first, LocalDate today, String place, List<Fault> faults) {
    refuseIf(day != null && day.isAfter(today), place, "after today", faults);
    refuseIf(
        day != null && first != null && day.isBefore(first),
        place,
        "before the birth or the admission",
        faults);
  }

  private static void refuseIf(boolean wrong, String place, String why, List<Fault> faults) {
    if (wrong) {
      faults.add(new Fault(ROOT + "/" + place, why));
    }
  }

  private static Result result(JsonNode reply) {
    return Result.valueOf(reply.get("result").textValue());
  }

  private static LocalDate day(JsonNode reply, String name) {
    return reply.has(name) ? LocalDate.parse(reply.get(name).textValue()) : null;
  }
}

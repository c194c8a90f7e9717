package jp.renkei.message.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.message.Addressee;
import jp.renkei.message.BirthDate;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.Period;
import jp.renkei.message.ResidentNumber;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads a caller's payload: by the schema, then by what a schema cannot say. */
final class EvidencePayload {

  private static final String PERSON = "/person";
  private static final String BIRTH = "/person/birthDate";
  private static final String HOLDER = "/holder";
  private static final int LONGEST_YEARS = 10;

  private final PayloadSchema schema =
      new PayloadSchema("/schemas/reduction-evidence.request.schema.json");

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code INVALID_PAYLOAD} with every place that is wrong
   */
  EvidenceQuestion read(JsonNode given) {
    JsonNode payload = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = new ArrayList<>(schema.faults(payload));
    faults.addAll(Addressee.faults(payload, PERSON));
    faults.addAll(Addressee.faults(payload, HOLDER));
    if (faults.isEmpty()) {
      BirthDate.refuseImpossible(payload, BIRTH, faults);
      refuseImpossiblePeriod(day(payload, "/period/from"), day(payload, "/period/to"), faults);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_PAYLOAD, faults);
    }
    return new EvidenceQuestion(
        ResidentNumber.normalise(payload.get("residentNumber").textValue()),
        payload.at("/person/name").textValue(),
        BirthDate.parse(payload.at(BIRTH).textValue()).orElseThrow(),
        Addressee.of(payload.at(PERSON)).address(),
        HolderKind.valueOf(payload.at("/holder/kind").textValue()),
        Addressee.of(payload.at(HOLDER)),
        new Period(day(payload, "/period/from"), day(payload, "/period/to")),
        payload.get("nonDisclosable").booleanValue());
  }

  private static void refuseImpossiblePeriod(LocalDate from, LocalDate to, List<Fault> faults) {
    if (from.isAfter(to)) {
      faults.add(new Fault("/payload/period", "from is after to"));
    } else if (from.plusYears(LONGEST_YEARS).isBefore(to)) {
      faults.add(new Fault("/payload/period", "longer than " + LONGEST_YEARS + " years"));
    }
  }

  private static LocalDate day(JsonNode payload, String pointer) {
    return LocalDate.parse(payload.at(pointer).textValue());
  }
}

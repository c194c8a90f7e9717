package jp.renkei.message.facility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.message.Addressee;
import jp.renkei.message.BirthDate;
import jp.renkei.message.MunicipalityCode;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.PrintedLine;
import jp.renkei.message.ResidentNumber;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads a caller's payload: by the schema, then by what a schema cannot say. */
final class StayPayload {

  private static final String NAME = "/person/name";
  private static final String BIRTH = "/person/birthDate";
  private static final String FACILITY = "/facility";
  private static final String MUNICIPALITY = "/facility/municipality";
  private static final String FORMER = "/formerMunicipality";

  private final PayloadSchema schema =
      new PayloadSchema("/schemas/facility-residence.request.schema.json");

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code INVALID_PAYLOAD} with every place that is wrong
   */
  StayQuestion read(JsonNode given) {
    JsonNode payload = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = new ArrayList<>(schema.faults(payload));
    PrintedLine.refuseTwelveDigits(payload, NAME, faults);
    faults.addAll(Addressee.faults(payload, FACILITY));
    if (faults.isEmpty()) {
      BirthDate.refuseImpossible(payload, BIRTH, faults);
      MunicipalityCode.refuseWrong(payload, "/payload", MUNICIPALITY, faults);
      MunicipalityCode.refuseWrong(payload, "/payload", FORMER, faults);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_PAYLOAD, faults);
    }
    return new StayQuestion(
        ResidentNumber.normalise(payload.get("residentNumber").textValue()),
        payload.at(NAME).textValue(),
        BirthDate.parse(payload.at(BIRTH).textValue()).orElseThrow(),
        payload.at("/facility/kind").textValue(),
        payload.at(MUNICIPALITY).textValue(),
        Addressee.of(payload.at(FACILITY)),
        LocalDate.parse(payload.get("admittedOn").textValue()),
        payload.at(FORMER).textValue(),
        payload.get("nonDisclosable").booleanValue());
  }
}

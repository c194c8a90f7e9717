package jp.renkei.message.income;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.message.Addressee;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.ResidentNumber;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads a caller's payload: by the schema, then by what a schema cannot say. */
final class IncomePayload {

  private static final String ADDRESSEE = "/addressee";

  private final PayloadSchema schema =
      new PayloadSchema("/schemas/insured-income.request.schema.json");

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code INVALID_PAYLOAD} with every place that is wrong
   */
  IncomeQuestion read(JsonNode given) {
    JsonNode payload = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = new ArrayList<>(schema.faults(payload));
    faults.addAll(Addressee.faults(payload, ADDRESSEE));
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_PAYLOAD, faults);
    }
    return new IncomeQuestion(
        ResidentNumber.normalise(payload.get("residentNumber").textValue()),
        payload.get("year").intValue(),
        Addressee.of(payload.at(ADDRESSEE)),
        payload.get("nonDisclosable").booleanValue());
  }
}

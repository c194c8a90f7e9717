package jp.renkei.message.income;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.ResidentNumber;
import jp.renkei.message.TwelveDigits;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads a caller's payload: by the schema, then by what a schema cannot say. */
final class IncomePayload {

  private static final String NAME = "/addressee/name";
  private static final String ADDRESS = "/addressee/address";

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
    refuseTwelveDigits(payload, NAME, faults);
    for (int i = 0; i < payload.at(ADDRESS).size(); i++) {
      refuseTwelveDigits(payload, ADDRESS + "/" + i, faults);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_PAYLOAD, faults);
    }
    List<String> address = new ArrayList<>();
    payload.at(ADDRESS).forEach(line -> address.add(line.textValue()));
    return new IncomeQuestion(
        ResidentNumber.normalise(payload.get("residentNumber").textValue()),
        payload.get("year").intValue(),
        payload.at(NAME).textValue(),
        payload.at("/addressee/postalCode").textValue(),
        address,
        payload.get("nonDisclosable").booleanValue());
  }

  private static void refuseTwelveDigits(JsonNode payload, String pointer, List<Fault> faults) {
    if (TwelveDigits.in(payload.at(pointer).asText())) {
      faults.add(
          new Fault("/payload" + pointer, "twelve digits, which may be an individual number"));
    }
  }
}

package jp.renkei.message.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.ResidentNumber;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads a caller's payload: the person's wish first, because nothing else counts without it. */
final class AccountPayload {

  private final PayloadSchema schema =
      new PayloadSchema("/schemas/receiving-account.request.schema.json");

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code NO_WISH} where the person does not wish it or nobody says so,
   *     otherwise {@code INVALID_PAYLOAD} with every place that is wrong
   */
  AccountQuestion read(JsonNode given) {
    JsonNode payload = given == null ? MissingNode.getInstance() : given;
    refuseWithoutWish(payload.path("wish"));
    List<Fault> faults = schema.faults(payload);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_PAYLOAD, faults);
    }
    return new AccountQuestion(
        ResidentNumber.normalise(payload.get("residentNumber").textValue()),
        payload.get("nameKana").textValue(),
        payload.get("nonDisclosable").booleanValue());
  }

  private static void refuseWithoutWish(JsonNode wish) {
    if (!wish.isBoolean() || !wish.booleanValue()) {
      throw new ProblemException(
          Problem.NO_WISH, "/payload/wish", wish.isMissingNode() ? "required" : "must be true");
    }
  }
}

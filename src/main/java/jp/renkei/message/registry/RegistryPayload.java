package jp.renkei.message.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.message.BirthDate;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.ResidentNumber;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.IndividualNumber;

/** Reads a caller's payload: by the schema, then by what a schema cannot say. */
final class RegistryPayload {

  private static final String ROOT = "/payload/";

  private final PayloadSchema schema =
      new PayloadSchema("/schemas/registry-identity.request.schema.json");

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code INVALID_PAYLOAD} with every place that is wrong
   */
  RegistryQuestion read(JsonNode given) {
    JsonNode payload = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = new ArrayList<>(schema.faults(payload));
    Optional<IndividualNumber> number = text(payload, "individualNumber", IndividualNumber::of);
    Optional<BirthDate> birthDate = text(payload, "birthDate", BirthDate::parse);
    refuseUnless(number, payload, "individualNumber", "has a wrong check digit", faults);
    refuseUnless(birthDate, payload, "birthDate", "must be a date that exists", faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_PAYLOAD, faults);
    }
    return new RegistryQuestion(
        ResidentNumber.normalise(payload.get("residentNumber").textValue()),
        number,
        birthDate.map(date -> fourItems(payload, date)),
        payload.get("nonDisclosable").booleanValue());
  }

  private static <T> Optional<T> text(JsonNode payload, String field, Parser<T> parser) {
    return Optional.ofNullable(payload.path(field).textValue()).flatMap(parser::parse);
  }

  /** Nothing where the schema has refused the field already. */
  private static void refuseUnless(
      Optional<?> read, JsonNode payload, String field, String reason, List<Fault> faults) {
    if (read.isEmpty()
        && payload.path(field).isTextual()
        && faults.stream().noneMatch(fault -> fault.pointer().equals(ROOT + field))) {
      faults.add(new Fault(ROOT + field, reason));
    }
  }

  private static FourItems fourItems(JsonNode payload, BirthDate birthDate) {
    return new FourItems(
        payload.get("name").textValue(),
        payload.get("address").textValue(),
        birthDate,
        payload.get("sex").textValue());
  }

  @FunctionalInterface
  private interface Parser<T> {
    Optional<T> parse(String text);
  }
}

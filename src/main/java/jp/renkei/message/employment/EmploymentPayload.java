package jp.renkei.message.employment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.message.BirthDate;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.Period;
import jp.renkei.message.ResidentNumber;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads a caller's payload: by the schema, then by what a schema cannot say. */
final class EmploymentPayload {

  private static final String BIRTH_DATE = "/payload/birthDate";
  private static final String PERIOD = "/payload/period";

  private final PayloadSchema schema =
      new PayloadSchema("/schemas/employment-insurance.request.schema.json");

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code INVALID_PAYLOAD} with every place that is wrong
   */
  EmploymentQuestion read(JsonNode given) {
    JsonNode payload = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = new ArrayList<>(schema.faults(payload));
    refuseImpossibleBirth(payload, faults);
    refuseReversedPeriod(payload, faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_PAYLOAD, faults);
    }
    JsonNode period = payload.get("period");
    return new EmploymentQuestion(
        ResidentNumber.normalise(payload.get("residentNumber").textValue()),
        BirthDate.parse(payload.get("birthDate").textValue()).orElseThrow(),
        new Period(date(period, "from").orElseThrow(), date(period, "to").orElseThrow()),
        payload.path("provider").textValue(),
        payload.get("nonDisclosable").booleanValue());
  }

  private static void refuseImpossibleBirth(JsonNode payload, List<Fault> faults) {
    boolean alreadyWrong = faults.stream().anyMatch(fault -> fault.pointer().equals(BIRTH_DATE));
    JsonNode birth = payload.path("birthDate");
    if (!alreadyWrong && birth.isTextual() && BirthDate.parse(birth.textValue()).isEmpty()) {
      faults.add(new Fault(BIRTH_DATE, "must be a date that exists"));
    }
  }

  private static void refuseReversedPeriod(JsonNode payload, List<Fault> faults) {
    boolean alreadyWrong = faults.stream().anyMatch(fault -> fault.pointer().startsWith(PERIOD));
    Optional<LocalDate> from = date(payload.path("period"), "from");
    Optional<LocalDate> to = date(payload.path("period"), "to");
    if (!alreadyWrong && from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      faults.add(new Fault(PERIOD, "from is after to"));
    }
  }

  private static Optional<LocalDate> date(JsonNode parent, String name) {
    try {
      return Optional.of(LocalDate.parse(parent.path(name).asText()));
    } catch (DateTimeException alreadyRefusedBySchema) {
      return Optional.empty();
    }
  }
}

package jp.renkei.message.income;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.income.IncomeReply.Amount;
import jp.renkei.message.income.IncomeReply.Result;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads what was keyed in from a form: by the schema, then by what a schema cannot say. */
final class KeyedIncome {

  private static final String ROOT = "/reply";
  private static final String DECLARED_ON = "declaredOn";
  private static final String NO_INCOME = "noIncome";
  private static final String INCOMES = "incomes";
  private static final String ASSETS = "assets";

  private final PayloadSchema schema =
      new PayloadSchema("/schemas/insured-income.keyed.schema.json", ROOT);

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code INVALID_REPLY} with every place that is wrong
   */
  IncomeReply read(MessageHeader header, JsonNode given, LocalDate today) {
    JsonNode reply = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = new ArrayList<>(schema.faults(reply));
    if (faults.isEmpty()) {
      refuseContradictions(reply, today, faults);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_REPLY, faults);
    }
    return new IncomeReply(
        header.number(),
        header.environment(),
        Result.valueOf(reply.get("result").textValue()),
        reply.has(DECLARED_ON) ? LocalDate.parse(reply.get(DECLARED_ON).textValue()) : null,
        reply.has(NO_INCOME),
        amounts(reply.path(INCOMES)),
        amounts(reply.path(ASSETS)));
  }

  private static void refuseContradictions(JsonNode reply, LocalDate today, List<Fault> faults) {
    if (Result.DECLARED.name().equals(reply.get("result").textValue())) {
      refuseHalfDeclared(reply, today, faults);
    } else {
      for (String field : List.of(DECLARED_ON, NO_INCOME, INCOMES, ASSETS)) {
        refuseIf(reply.has(field), field, "only with DECLARED", faults);
      }
    }
    refuseRepeated(reply, INCOMES, faults);
    refuseRepeated(reply, ASSETS, faults);
  }

  private static void refuseHalfDeclared(JsonNode reply, LocalDate today, List<Fault> faults) {
    refuseIf(!reply.has(DECLARED_ON), DECLARED_ON, "required with DECLARED", faults);
    refuseIf(
        reply.has(DECLARED_ON)
            && LocalDate.parse(reply.get(DECLARED_ON).textValue()).isAfter(today),
        DECLARED_ON,
        "after today",
        faults);
    refuseIf(
        reply.has(INCOMES) == reply.has(NO_INCOME),
        INCOMES,
        "either incomes or noIncome, with DECLARED",
        faults);
  }

  private static void refuseRepeated(JsonNode reply, String list, List<Fault> faults) {
    Set<String> kinds = new HashSet<>();
    for (int i = 0; i < reply.path(list).size(); i++) {
      String kind = reply.path(list).get(i).get("kind").textValue();
      refuseIf(!kinds.add(kind), list + "/" + i + "/kind", "stands twice", faults);
    }
  }

  private static void refuseIf(boolean wrong, String place, String why, List<Fault> faults) {
    if (wrong) {
      faults.add(new Fault(ROOT + "/" + place, why));
    }
  }

  private static List<Amount> amounts(JsonNode list) {
    List<Amount> amounts = new ArrayList<>();
    list.forEach(
        line ->
            amounts.add(new Amount(line.get("kind").textValue(), line.get("amount").longValue())));
    return amounts;
  }
}

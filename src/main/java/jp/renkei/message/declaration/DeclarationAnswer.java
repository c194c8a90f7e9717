package jp.renkei.message.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.message.OwnerReply;
import jp.renkei.message.YearQuestion;

/**
 * Writes the answer that the asking caller gets, by income-declaration.reply.schema.json. Without a
 * declaration there is no total: undeclared is not zero (DOMAIN.md 0).
 */
final class DeclarationAnswer {

  private static final String RULE = "Renkei project rule (独自の取扱い)";

  private DeclarationAnswer() {}

  static ObjectNode of(YearQuestion question, OwnerReply reply) {
    JsonNode told = reply.told();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("residentNumber", question.residentNumber());
    answer.put("year", question.year());
    answer.put("incomeYear", question.year() - 1);
    answer.put("result", told.get("result").textValue());
    ArrayNode flags = JsonNodeFactory.instance.arrayNode();
    if (reply.isFound()) {
      found(answer, told, flags);
    } else {
      flags.add("NOT_DECLARED");
    }
    answer.put("basis", RULE);
    answer.set("flags", flags);
    // Both sides must record it (DOMAIN.md 2.3), so either side's mark is kept.
    answer.put("nonDisclosable", question.nonDisclosable() || reply.isNonDisclosable());
    return answer;
  }

  private static void found(ObjectNode answer, JsonNode told, ArrayNode flags) {
    answer.set("declaredOn", told.get("declaredOn"));
    ArrayNode incomes = answer.putArray("incomes");
    long total = 0;
    for (JsonNode income : told.path("incomes")) {
      incomes.add(income.deepCopy());
      total += income.get("amount").longValue();
      if (income.get("amount").longValue() < 0) {
        flags.add("LOSS_OF_" + income.get("kind").textValue());
      }
    }
    answer.put("declaredTotal", total);
    if (told.has("noIncome")) {
      flags.add("NO_INCOME_DECLARED");
    }
    if (told.has("dependents")) {
      answer.set("dependents", told.get("dependents").deepCopy());
    } else {
      flags.add("DEPENDENTS_NOT_TOLD");
    }
  }
}

package jp.renkei.message.income;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.renkei.message.income.IncomeReply.Amount;
import jp.renkei.message.income.IncomeReply.Result;

/** Writes the answer that a caller gets, by insured-income.reply.schema.json. */
final class IncomeAnswer {

  private static final String BASIS = "Renkei project rule (独自の取扱い)";

  private IncomeAnswer() {}

  static ObjectNode of(IncomeQuestion question, IncomeReply reply) {
    boolean declared = reply.result() == Result.DECLARED;
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("residentNumber", question.residentNumber());
    answer.put("year", question.year());
    // assessment year Y is about the income of Y - 1 (DOMAIN.md 0, dates and years)
    answer.put("incomeYear", question.year() - 1);
    answer.put("result", reply.result().name());
    answer.put("declared", declared ? "YES" : "UNDETERMINED");
    if (declared) {
      answer.put("declaredOn", reply.declaredOn().toString());
      answer.put("totalIncome", reply.incomes().stream().mapToLong(Amount::yen).sum());
    }
    answer.put("basis", BASIS);
    putFlags(answer.putArray("flags"), reply);
    putAmounts(answer.putArray("incomes"), reply.incomes());
    putAmounts(answer.putArray("assets"), reply.assets());
    answer.put("nonDisclosable", question.nonDisclosable());
    return answer;
  }

  private static void putFlags(ArrayNode flags, IncomeReply reply) {
    if (reply.result() != Result.DECLARED) {
      flags.add("NOT_DECLARED");
    }
    if (reply.noIncome()) {
      flags.add("NO_INCOME");
    }
    if (reply.incomes().stream().anyMatch(income -> income.yen() < 0)) {
      flags.add("LOSS");
    }
  }

  private static void putAmounts(ArrayNode list, List<Amount> amounts) {
    amounts.forEach(line -> list.addObject().put("kind", line.kind()).put("amount", line.yen()));
  }
}

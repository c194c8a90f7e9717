package jp.renkei.message.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.message.OwnerReply;
import jp.renkei.message.YearQuestion;

/**
 * Writes the answer that the asking caller gets, by payment-status.reply.schema.json: the
 * instalments as they were told, and their sums. What is unpaid is overdue only after the day it
 * was due; without an account there are no sums, for none is not zero.
 */
final class PaymentAnswer {

  private static final String RULE = "Renkei project rule (独自の取扱い)";

  private PaymentAnswer() {}

  static ObjectNode of(YearQuestion question, OwnerReply reply) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("residentNumber", question.residentNumber());
    answer.put("year", question.year());
    answer.put("result", reply.told().get("result").textValue());
    Set<String> flags = new TreeSet<>();
    if (reply.isFound()) {
      found(answer, reply.told(), flags);
    } else {
      flags.add("NOT_ASSESSED");
    }
    answer.put("basis", RULE);
    flags.forEach(answer.putArray("flags")::add);
    // Both sides must record it (DOMAIN.md 2.3), so either side's mark is kept.
    answer.put("nonDisclosable", question.nonDisclosable() || reply.isNonDisclosable());
    return answer;
  }

  private static void found(ObjectNode answer, JsonNode told, Set<String> flags) {
    LocalDate asOf = LocalDate.parse(told.get("asOf").textValue());
    long assessed = 0;
    long paid = 0;
    long unpaid = 0;
    long overdue = 0;
    ArrayNode instalments = JsonNodeFactory.instance.arrayNode();
    for (JsonNode instalment : told.get("instalments")) {
      instalments.add(instalment.deepCopy());
      assessed += instalment.get("assessed").longValue();
      paid += instalment.get("paid").longValue();
      unpaid += instalment.get("unpaid").longValue();
      if (LocalDate.parse(instalment.get("dueOn").textValue()).isBefore(asOf)) {
        overdue += instalment.get("unpaid").longValue();
      }
      flag(instalment, flags);
    }
    if (overdue > 0) {
      flags.add("OVERDUE");
    }
    answer.put("asOf", asOf.toString());
    ObjectNode totals = answer.putObject("totals");
    totals.put("assessed", assessed);
    totals.put("paid", paid);
    totals.put("unpaid", unpaid);
    totals.put("overdue", overdue);
    answer.set("instalments", instalments);
  }

  private static void flag(JsonNode instalment, Set<String> flags) {
    if (instalment.has("demandSentOn")) {
      flags.add("DEMAND_SENT");
    }
    if (instalment.has("seizedOn")) {
      flags.add("SEIZED");
    }
    if (instalment.path("overpaid").asLong() > 0) {
      flags.add("OVERPAID");
    }
  }
}

package jp.renkei.message.employment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.Set;
import java.util.SortedSet;
import jp.renkei.message.Period;
import jp.renkei.message.UnsetReason;
import jp.renkei.message.employment.EmploymentReply.UnsetItem;

/** Writes the answer that a caller gets, by employment-insurance.reply.schema.json. */
final class EmploymentAnswer {

  private EmploymentAnswer() {}

  static ObjectNode of(EmploymentQuestion question, EmploymentReply reply) {
    Judgement judgement = Judgement.of(question, reply);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("residentNumber", reply.residentNumber());
    putPeriod(answer, reply.period());
    answer.put("result", reply.replyClass().name());
    answer.put("involuntary", judgement.involuntary().name());
    putMonths(answer, judgement.months());
    answer.put("basis", Basis.of(judgement.involuntary()).text());
    putFlags(answer, judgement.flags());
    ArrayNode leavings = answer.putArray("leavings");
    judgement.leavings().forEach(judged -> putLeaving(leavings.addObject(), judged));
    ArrayNode unset = answer.putArray("unsetItems");
    reply.unsetItems().forEach(item -> putUnset(unset.addObject(), item));
    // Both sides must record it (DOMAIN.md 2.3), so either side's mark is kept.
    answer.put("nonDisclosable", question.nonDisclosable() || reply.nonDisclosable());
    return answer;
  }

  private static void putLeaving(ObjectNode node, LeavingJudgement judged) {
    Leaving told = judged.leaving();
    told.leavingDate().ifPresent(day -> node.put("leavingDate", day.toString()));
    told.reasonCode().ifPresent(code -> node.put("reasonCode", code));
    told.qualification().ifPresent(code -> node.put("qualification", code));
    told.decisionDate().ifPresent(day -> node.put("decisionDate", day.toString()));
    node.put("involuntary", judged.involuntary().name());
    judged
        .relief()
        .ifPresent(relief -> putMonths(node, relief.first(), relief.last(), relief.count()));
    node.put("basis", Basis.of(judged.involuntary()).text());
    putFlags(node, judged.flags());
  }

  private static void putUnset(ObjectNode node, UnsetItem unset) {
    node.put("item", unset.item()).put("reason", unset.reason());
    UnsetReason.flags(unset.reason()).forEach(node.putArray("flags")::add);
  }

  private static void putPeriod(ObjectNode node, Period period) {
    node.putObject("period")
        .put("from", period.from().toString())
        .put("to", period.to().toString());
  }

  private static void putMonths(ObjectNode node, SortedSet<YearMonth> months) {
    if (!months.isEmpty()) {
      putMonths(node, months.first(), months.last(), months.size());
    }
  }

  private static void putMonths(ObjectNode node, YearMonth first, YearMonth last, int count) {
    node.put("firstMonth", first.toString());
    node.put("lastMonth", last.toString());
    node.put("months", count);
  }

  private static void putFlags(ObjectNode node, Set<? extends Enum<?>> flags) {
    ArrayNode names = node.putArray("flags");
    flags.forEach(flag -> names.add(flag.name()));
  }
}

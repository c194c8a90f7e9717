package jp.renkei.message.evidence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.message.Period;
import jp.renkei.message.evidence.EvidenceReply.Damage;
import jp.renkei.message.evidence.EvidenceReply.Result;
import jp.renkei.message.evidence.EvidenceReply.Stay;
import jp.renkei.message.evidence.EvidenceReply.Tax;
import jp.renkei.message.evidence.HolderKind.Matter;

/** Writes the answer that a caller gets, by reduction-evidence.reply.schema.json. */
final class EvidenceAnswer {

  private static final String LAW = "国民健康保険法59条";
  private static final String UNDETERMINED = "UNDETERMINED";
  private static final String PROJECT = "Renkei project rule (独自の取扱い)";

  private EvidenceAnswer() {}

  static ObjectNode of(EvidenceQuestion question, EvidenceReply reply) {
    Period period = question.period();
    HolderKind kind = question.holderKind();
    boolean told = reply.result() == Result.TOLD;
    String inPeriod = inPeriod(question, reply);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("residentNumber", question.residentNumber());
    answer.put("holderKind", kind.name());
    answer
        .putObject("period")
        .put("from", period.from().toString())
        .put("to", period.to().toString());
    answer.put("result", reply.result().name());
    answer.put("inPeriod", inPeriod);
    if (told && kind.matter() == Matter.STAYS) {
      answer.put("daysInPeriod", InPeriod.days(period, reply.stays(), reply.keyedOn()));
    }
    boolean byLaw = kind.confines() && !inPeriod.equals(UNDETERMINED);
    answer.put("basis", byLaw ? LAW : PROJECT);
    putFlags(answer.putArray("flags"), question, reply);
    putStays(answer.putArray("stays"), reply);
    if (reply.damage() != null) {
      putDamage(answer.putObject("damage"), reply.damage());
    }
    putTaxes(answer.putArray("taxes"), reply);
    answer.put("nonDisclosable", question.nonDisclosable());
    return answer;
  }

  private static String inPeriod(EvidenceQuestion question, EvidenceReply reply) {
    return switch (reply.result()) {
      case TOLD ->
          anything(question, reply) ? "YES" : mayYetCome(question, reply) ? UNDETERMINED : "NO";
      case NOT_FOUND, DECLINED, UNDELIVERABLE -> UNDETERMINED;
    };
  }

  /** What comes after the day of keying in is not known while the period lasts. */
  private static boolean mayYetCome(EvidenceQuestion question, EvidenceReply reply) {
    return reply.result() == Result.TOLD && question.period().to().isAfter(reply.keyedOn());
  }

  private static boolean anything(EvidenceQuestion question, EvidenceReply reply) {
    Period period = question.period();
    return switch (question.holderKind().matter()) {
      case STAYS -> InPeriod.days(period, reply.stays(), reply.keyedOn()) > 0;
      case DAMAGE -> InPeriod.contains(period, reply.damage().on());
      case TAXES -> reply.taxes().stream().anyMatch(tax -> InPeriod.touches(period, tax));
    };
  }

  private static void putFlags(ArrayNode flags, EvidenceQuestion question, EvidenceReply reply) {
    Damage damage = reply.damage();
    putIf(
        reply.result() == Result.DECLINED || reply.result() == Result.UNDELIVERABLE,
        "NOT_TOLD",
        flags);
    putIf(reply.result() == Result.NOT_FOUND, "NOT_FOUND", flags);
    putIf(reply.stays().stream().anyMatch(stay -> stay.to() == null), "ONGOING", flags);
    putIf(mayYetCome(question, reply), "PERIOD_NOT_OVER", flags);
    putIf(damage != null && damage.paid() == null, "PAYMENT_OPEN", flags);
    putIf(reply.taxes().stream().anyMatch(tax -> !tax.declared()), "NOT_DECLARED", flags);
    putIf(
        reply.taxes().stream().anyMatch(tax -> tax.declared() && tax.amount() == null),
        "AMOUNT_UNKNOWN",
        flags);
  }

  private static void putIf(boolean so, String flag, ArrayNode flags) {
    if (so) {
      flags.add(flag);
    }
  }

  private static void putStays(ArrayNode list, EvidenceReply reply) {
    for (Stay stay : reply.stays()) {
      ObjectNode one = list.addObject().put("from", stay.from().toString());
      if (stay.to() != null) {
        one.put("to", stay.to().toString());
      }
    }
  }

  private static void putDamage(ObjectNode object, Damage damage) {
    object.put("on", damage.on().toString());
    object.put("cause", damage.cause());
    object.put("degree", damage.degree());
    if (damage.paid() != null) {
      object.put("paid", damage.paid());
    }
  }

  private static void putTaxes(ArrayNode list, EvidenceReply reply) {
    for (Tax tax : reply.taxes()) {
      ObjectNode one = list.addObject();
      one.put("year", tax.year()).put("item", tax.item()).put("declared", tax.declared());
      if (tax.amount() != null) {
        one.put("amount", tax.amount());
      }
    }
  }
}

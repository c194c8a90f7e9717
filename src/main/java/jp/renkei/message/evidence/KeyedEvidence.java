package jp.renkei.message.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.PayloadSchema;
import jp.renkei.message.evidence.EvidenceReply.Damage;
import jp.renkei.message.evidence.EvidenceReply.Result;
import jp.renkei.message.evidence.EvidenceReply.Stay;
import jp.renkei.message.evidence.EvidenceReply.Tax;
import jp.renkei.message.evidence.HolderKind.Matter;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Reads what was keyed in from a form: by the schema, then by what a schema cannot say. */
final class KeyedEvidence {

  private static final String ROOT = "/reply";

  private final PayloadSchema schema =
      new PayloadSchema("/schemas/reduction-evidence.keyed.schema.json", ROOT);

  JsonNode schema() {
    return schema.document();
  }

  /**
   * @throws ProblemException {@code INVALID_REPLY} with every place that is wrong
   */
  EvidenceReply read(
      MessageHeader header, EvidenceQuestion question, JsonNode given, LocalDate today) {
    JsonNode reply = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = new ArrayList<>(schema.faults(reply));
    if (faults.isEmpty()) {
      refuseOtherMatters(reply, question.holderKind(), faults);
      refuseImpossibleDays(reply, today, faults);
      refuseForeignTaxes(reply, question.holderKind(), faults);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_REPLY, faults);
    }
    return new EvidenceReply(
        header.number(),
        header.environment(),
        result(reply),
        today,
        stays(reply),
        damage(reply),
        taxes(reply));
  }

  /** What this kind of holder was not asked for is not keyed in; without an answer, nothing is. */
  private static void refuseOtherMatters(JsonNode reply, HolderKind kind, List<Fault> faults) {
    boolean told = result(reply) == Result.TOLD;
    for (Matter matter : Matter.values()) {
      boolean wanted = told && matter == kind.matter();
      refuseIf(wanted && !reply.has(matter.field()), matter.field(), "required here", faults);
      refuseIf(
          !wanted && reply.has(matter.field()),
          matter.field(),
          told ? "not asked of this kind of holder" : "only with TOLD",
          faults);
    }
  }

  private static void refuseImpossibleDays(JsonNode reply, LocalDate today, List<Fault> faults) {
    for (int i = 0; i < reply.path("stays").size(); i++) {
      JsonNode stay = reply.get("stays").get(i);
      String place = "stays/" + i;
      refuseIf(day(stay, "from").isAfter(today), place + "/from", "after today", faults);
      refuseIf(
          stay.has("to") && day(stay, "to").isAfter(today), place + "/to", "after today", faults);
      refuseIf(
          stay.has("to") && day(stay, "to").isBefore(day(stay, "from")),
          place + "/to",
          "before from",
          faults);
    }
    refuseIf(
        reply.has("damage") && day(reply.get("damage"), "on").isAfter(today),
        "damage/on",
        "after today",
        faults);
  }

  /** A tax office tells national taxes, a prefectural tax office its own. */
  private static void refuseForeignTaxes(JsonNode reply, HolderKind kind, List<Fault> faults) {
    boolean prefectural = kind == HolderKind.PREFECTURAL_TAX_OFFICE;
    for (int i = 0; i < reply.path("taxes").size(); i++) {
      boolean enterprise =
          reply.get("taxes").get(i).get("item").textValue().equals("ENTERPRISE_TAX");
      refuseIf(
          prefectural != enterprise, "taxes/" + i + "/item", "not a tax of this holder", faults);
    }
  }

  private static void refuseIf(boolean wrong, String place, String why, List<Fault> faults) {
    if (wrong) {
      faults.add(new Fault(ROOT + "/" + place, why));
    }
  }

  private static Result result(JsonNode reply) {
    return Result.valueOf(reply.get("result").textValue());
  }

  private static List<Stay> stays(JsonNode reply) {
    List<Stay> stays = new ArrayList<>();
    reply.path("stays").forEach(stay -> stays.add(new Stay(day(stay, "from"), day(stay, "to"))));
    return stays;
  }

  private static Damage damage(JsonNode reply) {
    JsonNode damage = reply.path("damage");
    return damage.isMissingNode()
        ? null
        : new Damage(
            day(damage, "on"),
            damage.get("cause").textValue(),
            damage.get("degree").textValue(),
            yen(damage, "paid"));
  }

  private static List<Tax> taxes(JsonNode reply) {
    List<Tax> taxes = new ArrayList<>();
    reply
        .path("taxes")
        .forEach(
            tax ->
                taxes.add(
                    new Tax(
                        tax.get("year").intValue(),
                        tax.get("item").textValue(),
                        tax.get("declared").booleanValue(),
                        yen(tax, "amount"))));
    return taxes;
  }

  private static Long yen(JsonNode parent, String name) {
    return parent.has(name) ? parent.get(name).longValue() : null;
  }

  private static LocalDate day(JsonNode parent, String name) {
    return parent.has(name) ? LocalDate.parse(parent.get(name).textValue()) : null;
  }
}

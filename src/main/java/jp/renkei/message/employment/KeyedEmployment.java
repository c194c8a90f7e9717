package jp.renkei.message.employment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ResidentNumber;
import jp.renkei.message.employment.EmploymentReply.UnsetItem;

/**
 * Reads a reply that was keyed in by hand and is valid by employment-insurance.keyed.schema.json.
 */
final class KeyedEmployment {

  private KeyedEmployment() {}

  static EmploymentReply reply(JsonNode told) throws ReplyRefused {
    List<Leaving> leavings = new ArrayList<>();
    told.path("leaving").forEach(leaving -> leavings.add(leaving(leaving)));
    List<UnsetItem> unset = new ArrayList<>();
    told.path("unset").forEach(item -> unset.add(unset(item)));
    JsonNode period = told.get("period");
    return ConsistentReply.of(
        new EmploymentReply(
            told.get("number").textValue(),
            null,
            told.get("environment").textValue(),
            ReplyClass.valueOf(told.get("result").textValue()),
            ResidentNumber.normalise(told.get("residentNumber").textValue()),
            ConsistentReply.period(
                LocalDate.parse(period.get("from").textValue()),
                LocalDate.parse(period.get("to").textValue())),
            told.path("nonDisclosable").asBoolean(),
            false,
            leavings,
            unset));
  }

  private static Leaving leaving(JsonNode told) {
    return new Leaving(
        text(told, "leavingDate").map(LocalDate::parse),
        text(told, "reasonCode"),
        text(told, "qualification"),
        text(told, "decisionDate").map(LocalDate::parse));
  }

  private static UnsetItem unset(JsonNode told) {
    return new UnsetItem(told.get("item").textValue(), told.get("reason").textValue());
  }

  private static Optional<String> text(JsonNode told, String name) {
    return Optional.ofNullable(told.path(name).textValue());
  }
}

package jp.renkei.message.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jp.renkei.protection.IndividualNumber;

/** Writes the answer that a caller gets, by registry-identity.reply.schema.json. */
final class RegistryAnswer {

  private static final String BASIS = "Renkei project rule (独自の取扱い)";

  private RegistryAnswer() {}

  static ObjectNode of(RegistryQuestion question, RegistryReply reply) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("residentNumber", reply.residentNumber());
    answer.put("result", reply.replyClass().name());
    answer.put("matches", reply.matches().name());
    put(answer, compared(question, reply));
    reply.latest().ifPresent(latest -> put(answer.putObject("latest"), latest));
    reply
        .change()
        .ifPresent(
            change ->
                answer
                    .putObject("change")
                    .put("reason", change.reason())
                    .put("date", change.date()));
    // whoever asked by the number has it
    if (question.fourItems().isPresent()) {
      reply
          .individualNumber()
          .map(IndividualNumber::digitsForMessageOrKeyedHash)
          .ifPresent(digits -> answer.put("currentIndividualNumber", digits));
    }
    // Both sides must record it (DOMAIN.md 2.3), so either side's mark is kept.
    answer.put("nonDisclosable", question.nonDisclosable() || reply.nonDisclosable());
    return answer;
  }

  private static Comparison compared(RegistryQuestion question, RegistryReply reply) {
    Optional<FourItems> latest = reply.latest();
    return question
        .fourItems()
        .flatMap(asked -> latest.map(told -> Comparison.of(asked, told, reply.matches())))
        .orElseGet(Comparison::none);
  }

  private static void put(ObjectNode answer, Comparison compared) {
    answer
        .putObject("compared")
        .put("name", compared.name().name())
        .put("address", compared.address().name())
        .put("birthDate", compared.birthDate().name())
        .put("sex", compared.sex().name());
    answer.put("basis", BASIS);
    ArrayNode flags = answer.putArray("flags");
    compared.flags().forEach(flag -> flags.add(flag.name()));
  }

  private static void put(ObjectNode node, FourItems items) {
    node.put("name", items.name())
        .put("address", items.address())
        .put("birthDate", items.birthDate().text())
        .put("sex", items.sex());
  }
}

package jp.renkei.mock.network;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.message.ReplyClass;
import jp.renkei.mock.Answer;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Dice;

/**
 * Everybody's record of one kind: the named residents have the one that is written for them, every
 * other number has one of those that its own dice choose.
 *
 * @param seed of the dice
 * @param outcomes weights
 * @param replies what an ANSWERED reply may tell; the numbers are weights
 * @param named residents with a record of their own
 */
record NetworkResidents(
    long seed, Map<ReplyClass, Integer> outcomes, List<Sample> replies, List<Resident> named) {

  record Sample(int weight, ObjectNode reply) {}

  /**
   * @param note why this resident is there
   */
  record Resident(String subject, String note, ReplyClass outcome, ObjectNode reply) {}

  NetworkResidents {
    named = named == null ? List.of() : List.copyOf(named);
  }

  Answer about(Asked asked) {
    Optional<Resident> known =
        named.stream().filter(resident -> resident.subject().equals(asked.subject())).findFirst();
    return known
        .map(resident -> new Answer(resident.outcome(), fields(resident.reply())))
        .orElseGet(() -> made(asked.subject()));
  }

  private Answer made(String subject) {
    Dice dice = Dice.of(seed, subject);
    ReplyClass outcome = dice.among(outcomes);
    if (outcome != ReplyClass.ANSWERED) {
      return Answer.without(outcome);
    }
    Map<ObjectNode, Integer> weights = new LinkedHashMap<>();
    replies.forEach(sample -> weights.put(sample.reply(), sample.weight()));
    return new Answer(outcome, fields(dice.among(weights)));
  }

  private static ObjectNode fields(ObjectNode reply) {
    return reply == null ? JsonNodeFactory.instance.objectNode() : reply.deepCopy();
  }
}

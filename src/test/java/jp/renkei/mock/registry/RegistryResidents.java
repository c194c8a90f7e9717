package jp.renkei.mock.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.message.ReplyClass;
import jp.renkei.mock.Answer;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Dice;

/**
 * Everybody in the register: the named residents are the ones that are written, and are found by
 * their own number only; every other one is whom the dice make, with whatever number is asked by.
 * Who is asked by the four items is the same, or has moved, as the dice fall.
 */
final class RegistryResidents {

  private static final List<String> ITEMS = List.of("name", "address", "birthDate", "sex");
  private static final int[] WEIGHTS = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

  /**
   * How residents are distributed; the numbers beside outcomes are weights.
   *
   * @param moved how many of a hundred who are asked by the four items have moved
   */
  record Distribution(
      long seed,
      Map<ReplyClass, Integer> outcomes,
      double moved,
      List<String> surnames,
      List<String> givenNames,
      List<String> towns,
      List<Resident> named) {}

  /**
   * @param note why this resident is there
   * @param individualNumber the resident's own
   * @param latest the four items
   * @param change what changed the record last, or null
   */
  record Resident(
      String subject, String note, String individualNumber, ObjectNode latest, ObjectNode change) {}

  private final Distribution distribution;
  private final Map<String, Resident> named;

  RegistryResidents(Distribution distribution) {
    this.distribution = distribution;
    this.named =
        distribution.named().stream()
            .collect(Collectors.toMap(Resident::subject, Function.identity()));
  }

  /** What the network holds about a person. */
  Answer about(Asked asked) {
    Resident resident = named.get(asked.subject());
    return resident == null ? made(asked) : written(resident, asked.question());
  }

  private static Answer written(Resident resident, JsonNode question) {
    JsonNode number = question.path("individualNumber");
    if (number.isTextual()) {
      return number.textValue().equals(resident.individualNumber())
          ? found(true, resident.latest(), resident.change(), null)
          : Answer.without(ReplyClass.NO_DATA);
    }
    return found(
        ITEMS.stream().allMatch(item -> question.get(item).equals(resident.latest().get(item))),
        resident.latest(),
        resident.change(),
        resident.individualNumber());
  }

  private Answer made(Asked asked) {
    Dice dice = Dice.of(distribution.seed(), asked.subject());
    ReplyClass outcome = dice.among(distribution.outcomes());
    if (outcome != ReplyClass.ANSWERED) {
      return Answer.without(outcome);
    }
    boolean moved = dice.hits(distribution.moved() / 100);
    String town =
        oneOf(distribution.towns(), dice) + (1 + dice.below(9)) + "番" + (1 + dice.below(30)) + "号";
    ObjectNode latest = JsonNodeFactory.instance.objectNode();
    if (asked.question().has("individualNumber")) {
      latest
          .put(
              "name",
              oneOf(distribution.surnames(), dice) + " " + oneOf(distribution.givenNames(), dice))
          .put("address", town)
          .put(
              "birthDate",
              "%d-%02d-%02d"
                  .formatted(1940 + dice.below(70), 1 + dice.below(12), 1 + dice.below(28)))
          .put("sex", dice.hits(0.5) ? "1" : "2");
      return found(true, latest, null, null);
    }
    ITEMS.forEach(item -> latest.set(item, asked.question().get(item)));
    ObjectNode change = null;
    if (moved) {
      latest.put("address", town);
      change = JsonNodeFactory.instance.objectNode().put("reason", "02").put("date", "2026-10-01");
    }
    return found(!moved, latest, change, number(dice));
  }

  private static Answer found(boolean match, ObjectNode latest, ObjectNode change, String number) {
    ObjectNode reply =
        JsonNodeFactory.instance.objectNode().put("match", match ? "MATCH" : "MISMATCH");
    reply.set("latest", latest);
    if (change != null) {
      reply.set("change", change);
    }
    if (number != null) {
      reply.put("individualNumber", number);
    }
    return new Answer(ReplyClass.ANSWERED, reply);
  }

  /** Eleven digits and their check digit (平成26年総務省令第85号5条). */
  private static String number(Dice dice) {
    StringBuilder digits = new StringBuilder(12);
    int sum = 0;
    for (int weight : WEIGHTS) {
      int digit = dice.below(10);
      sum += digit * weight;
      digits.append(digit);
    }
    int rest = sum % 11;
    return digits.append(rest <= 1 ? 0 : 11 - rest).toString();
  }

  private static String oneOf(List<String> names, Dice dice) {
    return names.get(dice.below(names.size()));
  }
}

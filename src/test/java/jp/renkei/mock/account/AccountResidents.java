package jp.renkei.mock.account;

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
 * Everybody's account: the named residents have the one that is written for them, every other
 * number has one that its own dice make, or none.
 */
final class AccountResidents {

  /**
   * How residents are distributed; the numbers beside outcomes and deposit types are weights.
   *
   * @param registered how many of a hundred who are answered have an account
   * @param banks names by their codes
   * @param branches names by their codes
   */
  record Distribution(
      long seed,
      Map<ReplyClass, Integer> outcomes,
      double registered,
      Map<String, String> banks,
      Map<String, String> branches,
      Map<String, Integer> depositTypes,
      List<String> surnames,
      List<String> givenNames,
      List<Resident> named) {}

  /**
   * @param note why this resident is there
   */
  record Resident(String subject, String note, ReplyClass outcome, ObjectNode reply) {}

  private final Distribution distribution;
  private final Map<String, Resident> named;

  AccountResidents(Distribution distribution) {
    this.distribution = distribution;
    this.named =
        distribution.named().stream()
            .collect(Collectors.toMap(Resident::subject, Function.identity()));
  }

  /** What the agency holds about a person. */
  Answer about(Asked asked) {
    Resident resident = named.get(asked.subject());
    return resident == null
        ? made(asked.subject())
        : new Answer(resident.outcome(), resident.reply());
  }

  private Answer made(String subject) {
    Dice dice = Dice.of(distribution.seed(), subject);
    ReplyClass outcome = dice.among(distribution.outcomes());
    if (outcome != ReplyClass.ANSWERED) {
      return Answer.without(outcome);
    }
    boolean registered = dice.hits(distribution.registered() / 100);
    ObjectNode reply = JsonNodeFactory.instance.objectNode().put("registered", registered);
    if (registered) {
      String bank = oneOf(List.copyOf(distribution.banks().keySet()), dice);
      String branch = oneOf(List.copyOf(distribution.branches().keySet()), dice);
      reply
          .putObject("account")
          .put("bankCode", bank)
          .put("bankNameKana", distribution.banks().get(bank))
          .put("branchCode", branch)
          .put("branchNameKana", distribution.branches().get(branch))
          .put("depositType", dice.among(distribution.depositTypes()))
          .put("accountNumber", "%07d".formatted(dice.below(10_000_000)))
          .put(
              "holderKana",
              oneOf(distribution.surnames(), dice) + " " + oneOf(distribution.givenNames(), dice));
    }
    return new Answer(outcome, reply);
  }

  private static String oneOf(List<String> names, Dice dice) {
    return names.get(dice.below(names.size()));
  }
}

package jp.renkei.message.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** Writes the answer that a caller gets, by receiving-account.reply.schema.json. */
final class AccountAnswer {

  private AccountAnswer() {}

  static ObjectNode of(AccountQuestion question, AccountReply reply) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("residentNumber", reply.residentNumber());
    answer.put("result", reply.replyClass().name());
    answer.put("registered", reply.registered().name());
    Optional<HolderComparison> compared =
        reply
            .account()
            .map(account -> HolderComparison.of(question.nameKana(), account.holderKana()));
    Finding holder = compared.map(HolderComparison::matches).orElse(Finding.UNDETERMINED);
    Usable usable = Usable.of(reply, holder);
    put(answer.putObject("usable"), usable);
    reply.account().ifPresent(account -> put(answer.putObject("account"), account));
    compared.ifPresent(its -> put(answer, its, usable));
    // Both sides must record it (DOMAIN.md 2.3), so either side's mark is kept.
    answer.put("nonDisclosable", question.nonDisclosable() || reply.nonDisclosable());
    return answer;
  }

  private static void put(ObjectNode node, Account account) {
    node.put("bankCode", account.bankCode())
        .put("bankNameKana", account.bankNameKana())
        .put("branchCode", account.branchCode())
        .put("branchNameKana", account.branchNameKana())
        .put("depositType", account.depositType())
        .put("accountNumber", account.accountNumber())
        .put("holderKana", account.holderKana());
  }

  /** An unknown code is flagged beside the account, too: not everybody is told what is derived. */
  private static void put(ObjectNode answer, HolderComparison compared, Usable usable) {
    answer.put("holderMatches", compared.matches().name());
    answer.put("basis", Basis.of(compared).text());
    putFlags(answer, compared.flags());
    if (usable.flags().contains(Usable.Flag.DEPOSIT_TYPE_UNKNOWN)) {
      answer.withArray("flags").add(Usable.Flag.DEPOSIT_TYPE_UNKNOWN.name());
    }
  }

  private static void put(ObjectNode node, Usable usable) {
    node.put("value", usable.value().name());
    node.put("basis", Basis.of(usable).text());
    putFlags(node, usable.flags());
  }

  private static void putFlags(ObjectNode node, Set<? extends Enum<?>> flags) {
    ArrayNode names = node.putArray("flags");
    flags.forEach(flag -> names.add(flag.name()));
  }
}

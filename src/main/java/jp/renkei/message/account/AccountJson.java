package jp.renkei.message.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.renkei.message.JsonForm;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;
import jp.renkei.message.ResidentNumber;

/**
 * The agency's messages of this kind. A reply's names are folded into Zengin characters; one that
 * has no such form makes the reply not valid, because no payment could be sent there.
 */
final class AccountJson {

  static final String LAYOUT = "1.0";

  private static final Set<String> READABLE_LAYOUTS = Set.of(LAYOUT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZoneId.of("Asia/Tokyo"));

  private final JsonForm form =
      new JsonForm(
          "/schemas/receiving-account.agency-inquiry.schema.json",
          "/schemas/receiving-account.agency-reply.schema.json");

  byte[] write(MessageHeader header, AccountQuestion question) {
    ObjectNode inquiry = JsonNodeFactory.instance.objectNode();
    inquiry.put("layout", LAYOUT);
    inquiry.put("number", header.number());
    inquiry.put("environment", header.environment());
    inquiry.put("flow", header.flow());
    inquiry.put("accepted", SECONDS.format(header.accepted()));
    inquiry.put("residentNumber", question.residentNumber());
    inquiry.put("wish", true);
    inquiry.put("nonDisclosable", question.nonDisclosable());
    return form.write(inquiry);
  }

  AccountReply read(byte[] document) throws ReplyRefused {
    return read(form.read(document, READABLE_LAYOUTS));
  }

  /** Reads a reply that is valid by its schema. */
  AccountReply read(ObjectNode told) throws ReplyRefused {
    ReplyClass result = ReplyClass.valueOf(told.get("result").textValue());
    refuseContradictions(told, result);
    return new AccountReply(
        told.path("number").textValue(),
        told.path("receiptNumber").textValue(),
        told.get("environment").textValue(),
        result,
        ResidentNumber.normalise(told.get("residentNumber").textValue()),
        told.has("registered")
            ? Finding.of(told.get("registered").booleanValue())
            : Finding.UNDETERMINED,
        account(told),
        told.path("nonDisclosable").asBoolean());
  }

  /** What the schema cannot say. */
  private static void refuseContradictions(ObjectNode told, ReplyClass result) throws ReplyRefused {
    boolean answered = result == ReplyClass.ANSWERED;
    refuseIf(
        answered != told.has("registered"), "/registered stands with ANSWERED, and only there");
    refuseIf(
        told.has("account") != told.path("registered").asBoolean(),
        "/account stands where one is registered, and only there");
  }

  private static Optional<Account> account(ObjectNode told) throws ReplyRefused {
    JsonNode account = told.get("account");
    if (account == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Account(
            account.get("bankCode").textValue(),
            name(account, "bankNameKana", ZenginKana::ofBank),
            account.get("branchCode").textValue(),
            name(account, "branchNameKana", ZenginKana::ofBank),
            account.get("depositType").textValue(),
            account.get("accountNumber").textValue(),
            name(account, "holderKana", ZenginKana::ofParty)));
  }

  private static String name(
      JsonNode account, String field, Function<String, Optional<String>> folding)
      throws ReplyRefused {
    return folding
        .apply(account.get(field).textValue())
        .orElseThrow(
            () ->
                new ReplyRefused(
                    Reason.NOT_VALID, "/account/" + field + " has no form in Zengin characters"));
  }

  private static void refuseIf(boolean wrong, String detail) throws ReplyRefused {
    if (wrong) {
      throw new ReplyRefused(Reason.NOT_VALID, detail);
    }
  }
}

package jp.renkei.message.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyClass;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Nothing is lost on the way to the Digital Agency and back. */
class AccountMappingPropertyTest {

  private final ReceivingAccount kind = new ReceivingAccount();
  private final ObjectMapper json = new ObjectMapper();

  @Provide
  Arbitrary<Account> accounts() {
    Arbitrary<String> kana =
        Arbitraries.strings().withChars("ｱｲｳｴｵﾀﾅｶﾞﾊﾟ").ofMinLength(1).ofMaxLength(30);
    return Combinators.combine(
            digits(4), kana, digits(3), kana, Arbitraries.of("1", "2", "4", "9"), digits(7), kana)
        .as(Account::new);
  }

  private static Arbitrary<String> digits(int count) {
    return Arbitraries.strings().numeric().ofLength(count);
  }

  @Property(tries = 500)
  void whatTheAgencyTellsIsTold(
      @ForAll("accounts") Account account,
      @ForAll @IntRange(min = 1, max = 999_999_999) int resident,
      @ForAll boolean kept)
      throws Exception {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    told.put("layout", "1.0").put("number", "R-1").put("environment", "test");
    told.put("result", "ANSWERED").put("residentNumber", "%015d".formatted(resident));
    told.put("registered", true).put("nonDisclosable", kept);
    told.set("account", json.valueToTree(account));

    AccountReply reply = kind.reply(json.writeValueAsBytes(told));

    assertThat(reply)
        .isEqualTo(
            new AccountReply(
                "R-1",
                null,
                "test",
                ReplyClass.ANSWERED,
                String.valueOf(resident),
                Finding.YES,
                Optional.of(account),
                kept));
  }

  @Property(tries = 500)
  void whatIsAskedIsAsked(
      @ForAll @IntRange(min = 1, max = 999_999_999) int resident, @ForAll boolean kept)
      throws Exception {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("residentNumber", "%015d".formatted(resident));
    payload.put("nameKana", "レンケイ ハナコ").put("wish", true).put("nonDisclosable", kept);

    JsonNode asked =
        json.readTree(
            kind.message(
                new MessageHeader("R-1", "collection.receiving-account", "test", Instant.EPOCH),
                kind.question(payload)));

    assertThat(asked.get("residentNumber").textValue()).isEqualTo(String.valueOf(resident));
    assertThat(asked.get("nonDisclosable").booleanValue()).isEqualTo(kept);
    assertThat(asked.get("number").textValue()).isEqualTo("R-1");
  }
}

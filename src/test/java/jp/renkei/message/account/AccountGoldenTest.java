package jp.renkei.message.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.PayloadSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every case of the golden folder through the kind, both ways. */
class AccountGoldenTest {

  private static final String REFUNDS = "collection.receiving-account";
  private static final String BENEFITS = "benefits.receiving-account";

  private final ReceivingAccount kind = new ReceivingAccount();

  static List<GoldenCase> cases() {
    return Stream.of(REFUNDS, BENEFITS).flatMap(flow -> GoldenCases.of(flow).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void carriesQuestionAndAnswer(GoldenCase golden) throws Exception {
    AccountQuestion question = kind.question(golden.payload());
    assertThat(kind.message(GoldenCases.header(golden.flow()), question))
        .asString()
        .isEqualTo(golden.requestMessage());

    AccountReply reply = kind.reply(golden.replyMessage());
    assertThat(reply.number()).isEqualTo(GoldenCases.NUMBER);
    assertThat(kind.match(question, reply)).isEqualTo(Match.SAME);
    ObjectNode answer = kind.answer(question, reply);
    assertThat(answer.toPrettyString()).isEqualTo(golden.reply().toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isValidByThePublishedSchema(GoldenCase golden) {
    assertThat(
            new PayloadSchema("/schemas/receiving-account.reply.schema.json")
                .faults(golden.reply()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatItShows(GoldenCase golden) {
    assertThat(golden.notes()).isNotBlank();
    assertThat(golden.request().path("flow").asText()).isEqualTo(golden.flow());
  }

  @Test
  void coversTheHardCases() {
    assertThat(GoldenCases.of(REFUNDS)).hasSizeGreaterThanOrEqualTo(23);
    assertThat(GoldenCases.of(BENEFITS)).hasSizeGreaterThanOrEqualTo(6);
  }
}

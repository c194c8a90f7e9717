package jp.renkei.message.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.ReplyRefused;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedIncomeTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final InsuredIncome kind = new InsuredIncome();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uE000子", // private use: no shape that anybody knows
        "\uD842", // half a character
        "連携\t太郎",
        "連携\u202E太郎", // would be printed backwards
        " \u3000",
        "",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六",
        "１２３４-５６７８-９０１２",
      })
  void aLineThatCannotBePrinted(String line) throws IOException {
    ObjectNode payload = payload();
    ((ObjectNode) payload.get("addressee")).put("name", line);
    assertThat(places(refused(payload))).containsExactly("/payload/addressee/name");

    payload = payload();
    ((ObjectNode) payload.get("addressee")).putArray("address").add("○○市").add(line);
    assertThat(places(refused(payload))).containsExactly("/payload/addressee/address/1");
  }

  @Test
  void aLineOfTwentyFiveCharactersFitsWhateverTheirPlane() throws IOException {
    ObjectNode payload = payload();
    String name = "\uD842\uDFB7".repeat(25);
    ((ObjectNode) payload.get("addressee")).put("name", name);

    IncomeQuestion question = kind.question(payload);

    assertThat(question.addressee().name()).isEqualTo(name);
    assertThat(kind.message(GoldenCases.header(SampleLetters.FLOW), question)).isNotEmpty();
  }

  @Test
  void theFlagHasNoDefault() throws IOException {
    ObjectNode payload = payload();
    payload.remove("nonDisclosable");

    assertThat(places(refused(payload))).containsExactly("/payload/nonDisclosable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /reply/result",
        "{'result': 'MAYBE'} | /reply/result",
        "{'result': 'DECLARED'} | /reply/declaredOn,/reply/incomes",
        "{'result': 'DECLARED', 'declaredOn': '2026-11-22'} | /reply/incomes",
        "{'result': 'DECLARED', 'declaredOn': '2026-11-23', 'noIncome': true} | /reply/declaredOn",
        "{'result': 'DECLARED', 'declaredOn': '2026-02-30', 'noIncome': true} | /reply/declaredOn",
        "{'result': 'DECLARED', 'declaredOn': '2026-11-22', 'noIncome': false} | /reply/noIncome",
        "{'result': 'DECLARED', 'declaredOn': '2026-11-22', 'noIncome': true,"
            + " 'incomes': [{'kind': 'SALARY', 'amount': 1}]} | /reply/incomes",
        "{'result': 'DECLARED', 'declaredOn': '2026-11-22', 'incomes': [{'kind': 'SALARY',"
            + " 'amount': 1}, {'kind': 'SALARY', 'amount': 2}]} | /reply/incomes/1/kind",
        "{'result': 'DECLARED', 'declaredOn': '2026-11-22', 'incomes': [{'kind': 'SALARY',"
            + " 'amount': 1.5}]} | /reply/incomes/0/amount",
        "{'result': 'DECLARED', 'declaredOn': '2026-11-22', 'incomes': [{'kind': 'SALARY'}]}"
            + " | /reply/incomes/0/amount",
        "{'result': 'DECLINED', 'noIncome': true} | /reply/noIncome",
        "{'result': 'UNDELIVERABLE', 'declaredOn': '2026-11-22'} | /reply/declaredOn",
        "{'result': 'DECLINED', 'remark': 'x'} | /reply/remark",
      })
  void aReplyThatDoesNotFitTheForm(String reply, String places) throws IOException {
    JsonNode keyed = JSON.readTree(reply.replace('\'', '"'));
    IncomeQuestion question = kind.question(payload());

    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> kind.keyed(GoldenCases.header(SampleLetters.FLOW), question, keyed, TODAY));

    assertThat(refused.problem()).isEqualTo(Problem.INVALID_REPLY);
    assertThat(places(refused)).containsExactly(places.split(","));
  }

  @Test
  void nothingElectronicComes() {
    assertThat(catchThrowableOfType(ReplyRefused.class, () -> kind.reply(new byte[] {'{', '}'})))
        .isNotNull();
  }

  private ProblemException refused(JsonNode payload) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> kind.question(payload));
    assertThat(refused.problem()).isEqualTo(Problem.INVALID_PAYLOAD);
    return refused;
  }

  private static List<String> places(ProblemException refused) {
    return refused.faults().stream().map(Fault::pointer).distinct().toList();
  }

  private static ObjectNode payload() throws IOException {
    return GoldenCases.of(SampleLetters.FLOW, "declared").payload().deepCopy();
  }
}

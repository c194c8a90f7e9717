package jp.renkei.message.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, both ways: each wrong place is named, no value is. */
class ReceivingAccountTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FLOW = "collection.receiving-account";
  private static final GoldenCase GOLDEN = GoldenCases.of(FLOW, "registered");
  private static final String REPLY = new String(GOLDEN.replyMessage(), StandardCharsets.UTF_8);
  private static final String SECRET = "ﾔﾏﾀﾞ ﾀﾛｳ";

  private final ReceivingAccount kind = new ReceivingAccount();

  @ParameterizedTest
  @ValueSource(strings = {"false", "null", "\"true\"", "1"})
  void asksNothingAgainstTheWish(String wish) throws Exception {
    ProblemException refused = refused(payload().set("wish", JSON.readTree(wish)));
    assertThat(refused.problem()).isEqualTo(Problem.NO_WISH);
    assertThat(refused.faults()).containsExactly(new Fault("/payload/wish", "must be true"));
  }

  @Test
  void asksNothingWithoutTheWish() {
    ObjectNode payload = payload();
    payload.remove("wish");
    ProblemException refused = refused(payload);
    assertThat(refused.problem()).isEqualTo(Problem.NO_WISH);
    assertThat(refused.faults()).containsExactly(new Fault("/payload/wish", "required"));
  }

  @ParameterizedTest
  @CsvSource({
    "residentNumber, 0",
    "residentNumber, 1234567890123456",
    "nameKana, 山田太郎",
    "nameKana, やまだ",
    "nameKana, ''",
    "nameKana, ' '",
    "nameKana, －",
    "nonDisclosable, yes",
    "telephone, 1"
  })
  void refusesAPayloadByItsPlace(String field, String value) {
    ProblemException refused = refused(payload().put(field, value));
    assertThat(refused.problem()).isEqualTo(Problem.INVALID_PAYLOAD);
    assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/payload/" + field);
    assertThat(refused.getMessage()).doesNotContain("山田").doesNotContain("やまだ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"0001\" | \"001\"",
        "\"0001\" | \"00011\"",
        "\"0001\" | \"000a\"",
        "\"0001\" | 1",
        "\"001\" | \"01\"",
        "\"001\" | \"0011\"",
        "\"depositType\": \"1\" | \"depositType\": \"\"",
        "\"depositType\": \"1\" | \"depositType\": 1",
        "\"depositType\": \"1\" | \"depositType\": \"普通\"",
        "\"0012345\" | \"012345\"",
        "\"0012345\" | \"00123456\"",
        "\"0012345\" | \"００１２３４５\"",
        "\"ﾔﾏﾀﾞ ﾀﾛｳ\" | \"山田 太郎\"",
        "\"ﾔﾏﾀﾞ ﾀﾛｳ\" | \"ｶｦﾙ\"",
        "\"ﾔﾏﾀﾞ ﾀﾛｳ\" | \"\"",
        "\"ﾐﾅﾄ\" | \"ﾐﾅﾄ(ｶ\"",
        "\"ﾎﾝﾃﾝ\" | \"本店\"",
        "\"result\": \"ANSWERED\" | \"result\": \"NO_DATA\"",
        "\"result\": \"ANSWERED\" | \"result\": \"PARTIAL\"",
        "\"registered\": true | \"registered\": false",
        "\"registered\": true, |",
        "\"registered\": true | \"registered\": \"yes\"",
        "\"layout\": \"1.0\", |",
        "\"environment\": \"test\" | \"environment\": \"moon\"",
        "\"number\" | \"numbr\"",
        "\"number\" | \"receiptNumber\": \"U_1\", \"x\"",
        "\"number\" | \"receiptNumber\": \"U-1\", \"number\"",
        "\"registered\": true | \"registered\": 1e999999999",
        "\"registered\": true | \"registered\": 1e-999999999"
      })
  void refusesAReplyThatIsNotValid(String from, String to) {
    assertRefused(REPLY, from, to == null ? "" : to, Reason.NOT_VALID);
  }

  @Test
  void namesEveryPlaceThatIsNotValid() {
    ReplyRefused refused =
        catchThrowableOfType(
            ReplyRefused.class,
            () ->
                kind.reply(
                    REPLY
                        .replace("\"environment\": \"test\"", "\"environment\": \"moon\"")
                        .replace("\"registered\": true", "\"registered\": \"yes\"")
                        .getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.getMessage().split("; "))
        .satisfiesExactlyInAnyOrder(
            fault -> assertThat(fault).startsWith("/environment "),
            fault -> assertThat(fault).startsWith("/registered "));
  }

  @Test
  void readsAReplyThatNamesTheReceiptNumberInstead() throws Exception {
    AccountReply reply =
        kind.reply(
            REPLY.replace("\"number\"", "\"receiptNumber\"").getBytes(StandardCharsets.UTF_8));

    assertThat(reply.number()).isNull();
    assertThat(reply.receiptNumber()).isEqualTo(GoldenCases.NUMBER);
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "",
        "<html></html>",
        "[]",
        "null",
        REPLY + "{}",
        REPLY.replace("\"layout\"", "\"number\": \"X\", \"layout\""),
        REPLY.replace("\"ﾐﾅﾄ\"", "[".repeat(20) + "]".repeat(20)),
        "{\"a\":".repeat(50_000),
        REPLY.replace("\"ﾐﾅﾄ\"", "9".repeat(1_001)),
        REPLY.replace("\"ﾐﾅﾄ\"", "\"" + "\\u00".repeat(10)),
        "{\"a\":" + " ".repeat(1 << 20) + "1}");
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesAReplyThatIsNotReadable(String document) {
    ReplyRefused refused =
        catchThrowableOfType(
            ReplyRefused.class, () -> kind.reply(document.getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.reason()).isEqualTo(Reason.NOT_READABLE);
    assertThat(refused.getMessage()).doesNotContain(SECRET).doesNotContain("0012345");
  }

  @Test
  void refusesAnotherCharset() {
    byte[] shiftJis = REPLY.getBytes(java.nio.charset.Charset.forName("windows-31j"));
    assertThatThrownBy(() -> kind.reply(shiftJis)).hasMessage("not UTF-8");
  }

  @Test
  void refusesALayoutOfAnotherVersion() {
    assertRefused(REPLY, "\"layout\": \"1.0\"", "\"layout\": \"2.0\"", Reason.UNKNOWN_LAYOUT);
  }

  @ParameterizedTest
  @CsvSource({"12345678, SAME", "0012345678, SAME", "12345679, OTHER_PERSON"})
  void tellsAReplyForAnotherPerson(String told, Match match) throws ReplyRefused {
    String reply =
        REPLY.replace("\"residentNumber\": \"12345678\"", "\"residentNumber\": \"" + told + "\"");
    assertThat(
            kind.match(
                kind.question(GOLDEN.payload()),
                kind.reply(reply.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(match);
  }

  @Test
  void sendsTheNameToNobodyAndPrintsNothingPersonal() throws ReplyRefused {
    AccountQuestion question = kind.question(GOLDEN.payload());
    assertThat(new String(kind.message(GoldenCases.header(FLOW), question), StandardCharsets.UTF_8))
        .doesNotContain("ヤマダ");
    assertThat(question + " " + kind.reply(GOLDEN.replyMessage()).account())
        .doesNotContain("ヤマダ")
        .doesNotContain(SECRET)
        .doesNotContain("0012345");
  }

  @Test
  void sendsNothingThatItsSchemaWouldRefuse() {
    AccountQuestion question = kind.question(GOLDEN.payload());
    MessageHeader moon =
        new MessageHeader("N-1", FLOW, "moon", GoldenCases.header(FLOW).accepted());
    assertThatThrownBy(() -> kind.message(moon, question))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/environment");
  }

  private void assertRefused(String reply, String from, String to, Reason reason) {
    assertThat(reply).contains(from);
    byte[] document = reply.replace(from, to).getBytes(StandardCharsets.UTF_8);
    ReplyRefused refused = catchThrowableOfType(ReplyRefused.class, () -> kind.reply(document));
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.getMessage())
        .doesNotContain(SECRET)
        .doesNotContain("0012345")
        .doesNotContain("山田");
  }

  private ProblemException refused(JsonNode payload) {
    return catchThrowableOfType(ProblemException.class, () -> kind.question(payload));
  }

  private static ObjectNode payload() {
    return GOLDEN.payload().deepCopy();
  }
}

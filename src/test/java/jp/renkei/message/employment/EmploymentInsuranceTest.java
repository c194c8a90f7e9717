package jp.renkei.message.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import jp.renkei.message.GoldenCase;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.MessageKind.Match;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.ReplyRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class EmploymentInsuranceTest {

  private static final String FLOW = "assessment.mhlw-employment";
  private static final GoldenCase GOLDEN = GoldenCases.of(FLOW, "left-on-march-31");
  private static final String REPLY = new String(GOLDEN.replyXml(), StandardCharsets.UTF_8);

  private final EmploymentInsurance kind = new EmploymentInsurance();
  private final EmploymentQuestion question = kind.question(GOLDEN.payload());

  @ParameterizedTest
  @CsvSource({
    "<residentNumber>12345678<, <residentNumber>12345678<, SAME",
    "<residentNumber>12345678<, <residentNumber>0012345678<, SAME",
    "<residentNumber>12345678<, <residentNumber>12345679<, OTHER_PERSON",
    "<residentNumber>12345678<, <residentNumber>123456780<, OTHER_PERSON",
    "<from>2025-04-01<, <from>2025-04-02<, OTHER_PERIOD",
    "<to>2026-11-22<, <to>2026-11-21<, OTHER_PERIOD"
  })
  void tellsAReplyForAnotherPersonOrPeriod(String from, String to, Match expected)
      throws ReplyRefused {
    assertThat(REPLY).contains(from);
    assertThat(kind.match(question, read(REPLY.replace(from, to)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"ANSWERED", "PARTIAL"})
  void neverSaysNoWithoutData(ReplyClass without) throws ReplyRefused {
    String bare =
        REPLY
            .replace(">ANSWERED<", ">" + without + "<")
            .replaceAll("(?s)<leaving>.*</leaving>", "");
    EmploymentReply reply = read(bare);
    assertThat(reply.replyClass()).isEqualTo(without);
    ObjectNode answer = kind.answer(question, reply);
    assertThat(answer.path("involuntary").asText()).isEqualTo("UNDETERMINED");
    assertThat(answer.path("leavings")).isEmpty();
    assertThat(answer.has("firstMonth")).isFalse();
  }

  @Test
  void writesTheSameBytesFromEveryThread() {
    List<String> messages =
        IntStream.range(0, 500)
            .parallel()
            .mapToObj(i -> kind.message(GoldenCases.header(FLOW), question))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .distinct()
            .toList();
    assertThat(messages).containsExactly(new String(GOLDEN.requestXml(), StandardCharsets.UTF_8));
  }

  @Test
  void keepsThreadsApart() {
    assertThat(
            GoldenCases.of(FLOW).parallelStream()
                .flatMap(golden -> IntStream.range(0, 40).mapToObj(i -> golden))
                .filter(golden -> !answer(golden).equals(golden.reply().toString())))
        .isEmpty();
  }

  @Test
  void writesTheHourOfJapan() {
    MessageHeader header =
        new MessageHeader("N-1", FLOW, "demo", Instant.parse("2026-12-31T15:00:00.999Z"));
    assertThat(new String(kind.message(header, question), StandardCharsets.UTF_8))
        .contains("<accepted>2027-01-01T00:00:00+09:00</accepted>")
        .contains("<environment>demo</environment>");
  }

  @Test
  void sendsNothingThatItsSchemaWouldRefuse() {
    Instant now = Instant.parse("2026-11-22T01:58:23Z");
    assertThatThrownBy(() -> kind.message(new MessageHeader("N 1", FLOW, "test", now), question))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("number");
    assertThatThrownBy(() -> kind.message(new MessageHeader("N-1", FLOW, "moon", now), question))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void publishesItsPayloadSchemaAsACopy() {
    ((ObjectNode) kind.payloadSchema()).removeAll();
    assertThat(kind.payloadSchema().path("required")).hasSize(4);
    assertThat(kind.layout()).isEqualTo("1.0");
  }

  private String answer(GoldenCase golden) {
    try {
      EmploymentQuestion asked = kind.question(golden.payload());
      return kind.answer(asked, kind.reply(golden.replyXml())).toString();
    } catch (ReplyRefused e) {
      throw new AssertionError(golden.toString(), e);
    }
  }

  private EmploymentReply read(String document) throws ReplyRefused {
    return kind.reply(document.getBytes(StandardCharsets.UTF_8));
  }
}

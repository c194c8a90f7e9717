package jp.renkei.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.message.ReplyClass;
import jp.renkei.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

  private static final String SUBJECT = "0012345678";

  @TempDir Path folder;
  private Received received;
  private Desk desk;

  @BeforeEach
  void open() {
    received = new Received(folder.resolve("received.log"));
    desk = new Desk("mhlw", TestAgencies.ministry(), received);
  }

  @AfterEach
  void close() {
    received.close();
  }

  @Test
  void answersWhatTheResidentsSay() {
    assertThat(onlyReply("R-1"))
        .contains("<number>R-1</number>")
        .contains("<result>ANSWERED</result>")
        .contains("<leavingDate>2026-03-31</leavingDate>")
        .contains("<environment>test</environment>");
  }

  @Test
  void answersWhatAScriptSaysHoweverTheNumberIsWritten() {
    play(new Script("12345678", ReplyClass.HELD, null, null));
    assertThat(onlyReply("R-1")).contains("<result>HELD</result>").doesNotContain("leaving");
  }

  @Test
  void severalScriptsAreASequencePerInquiry() {
    play(
        new Script(SUBJECT, ReplyClass.TEMPORARY, null, null),
        new Script(SUBJECT, ReplyClass.SYSTEM_ERROR, null, null),
        new Script(SUBJECT, ReplyClass.NO_DATA, null, null));
    assertThat(onlyReply("R-1")).contains("TEMPORARY");
    assertThat(onlyReply("R-2")).contains("TEMPORARY");
    assertThat(onlyReply("R-1")).contains("SYSTEM_ERROR");
    assertThat(onlyReply("R-1")).contains("NO_DATA");
    assertThat(onlyReply("R-1")).contains("NO_DATA");
  }

  @Test
  void everyOddReplyCanBeProvoked() {
    play(new Script(SUBJECT, null, null, Oddity.OTHER_PERSON));
    assertThat(onlyReply("R-1")).contains("<residentNumber>1</residentNumber>");
    play(new Script(SUBJECT, null, null, Oddity.OTHER_PERIOD));
    assertThat(onlyReply("R-1")).contains("<from>2024-04-01</from>");
    play(new Script(SUBJECT, null, null, Oddity.UNKNOWN_LAYOUT));
    assertThat(onlyReply("R-1")).contains("layout=\"99.0\"");
    play(new Script(SUBJECT, null, null, Oddity.GARBAGE));
    assertThat(onlyReply("R-1")).startsWith("<<<");
    play(new Script(SUBJECT, null, null, Oddity.REFUSED));
    assertThat(onlyReply("R-1")).isEmpty();
  }

  @Test
  void strangeNumberIsStrangeInsideAndOutside() {
    play(new Script(SUBJECT, null, null, Oddity.UNKNOWN_NUMBER));
    Outgoing reply = answer("R-1").get(0);
    assertThat(reply.number()).isEqualTo("NOBODY-R-1");
    assertThat(text(reply)).contains("<number>NOBODY-R-1</number>");
  }

  @Test
  void wrongCharsetIsWhatItSaysAndNoUtf8() {
    play(new Script(SUBJECT, null, null, Oddity.WRONG_CHARSET));
    byte[] content = answer("R-1").get(0).content();
    assertThat(new String(content, Charset.forName("Shift_JIS"))).contains("Shift_JIS", "回答");
    assertThat(new String(content, UTF_8)).contains("\uFFFD");
  }

  @Test
  void secondReplyDiffersFromTheFirst() {
    play(new Script(SUBJECT, null, null, Oddity.SECOND_DIFFERENT));
    List<Outgoing> replies = answer("R-1");
    assertThat(replies).extracting(Outgoing::number).containsExactly("R-1", "R-1");
    assertThat(text(replies.get(0))).contains("ANSWERED");
    assertThat(text(replies.get(1))).contains("NO_DATA");
  }

  @Test
  void duplicateIsTheSameReplyTwice() {
    desk.misbehave(new Faults(false, 0, 0, 0, 1, 0, 0, 0, 0, null));
    List<Outgoing> replies = answer("R-1");
    assertThat(replies).hasSize(2);
    assertThat(replies.get(0)).isEqualTo(replies.get(1));
  }

  @Test
  void droppedInquiryIsReceivedAndNeverAnswered() {
    desk.misbehave(new Faults(false, 0, 0, 1, 0, 0, 0, 0, 0, null));
    assertThat(answer("R-1")).isEmpty();
    assertThat(received.entries()).containsExactly(new Received.Entry("R-1", 1, true));
  }

  @Test
  void errorsAreTechnicalAndGarbageIsNoMessage() {
    desk.misbehave(new Faults(false, 0, 1, 0, 0, 0, 0, 0, 0, null));
    assertThat(onlyReply("R-1")).containsAnyOf("TEMPORARY", "SYSTEM_ERROR");
    desk.misbehave(new Faults(false, 0, 0, 0, 0, 0, 0, 1, 0, null));
    assertThat(onlyReply("R-1")).startsWith("<<<");
  }

  @Test
  void lateReplyWaitsLongerThanOthers() {
    desk.misbehave(new Faults(false, 20, 0, 0, 0, 1, 300, 0, 0, null));
    assertThat(answer("R-1").get(0).after()).hasMillis(320);
  }

  @Test
  void rejectsAnInquiryWhoseNumbersDifferOrWhichIsMeantForProduction() {
    List<Outgoing> replies = desk.answer("R-2", Inquiries.about("R-1", SUBJECT));
    assertThat(text(replies.get(0))).contains("REJECTED");
    byte[] production =
        new String(Inquiries.about("R-1", SUBJECT), UTF_8)
            .replace("<environment>test", "<environment>production")
            .getBytes(UTF_8);
    assertThat(text(desk.answer("R-1", production).get(0))).contains("REJECTED");
  }

  @Test
  void ignoresGarbageButKeepsThatItCame() {
    assertThat(desk.answer("R-1", "rubbish".getBytes(UTF_8))).isEmpty();
    assertThat(desk.answer(null, Inquiries.about("R-1", SUBJECT))).isEmpty();
    assertThat(desk.answer("R\t1\n", Inquiries.about("R-1", SUBJECT))).isEmpty();
    assertThat(received.entries()).extracting(Received.Entry::number).containsExactly("R-1");
  }

  @Test
  void givesAReceiptFirstAndTheSameAgain() {
    play(new Script(SUBJECT, null, null, null, Receipts.GIVEN));

    List<Outgoing> out = answer("R-1");

    assertThat(out).hasSize(2);
    assertThat(out.get(0).receipt()).isEqualTo(Receipts.numberOf("R-1")).matches("U-[0-9a-f]{16}");
    assertThat(out.get(0).number()).isEqualTo("R-1");
    assertThat(out.get(1).number()).isEqualTo("R-1");
    assertThat(text(out.get(1))).contains("<number>R-1</number>");
    assertThat(answer("R-1").get(0).receipt()).isEqualTo(out.get(0).receipt());
    assertThat(answer("R-2").get(0).receipt()).isNotEqualTo(out.get(0).receipt());
  }

  @Test
  void answersByTheReceiptNumberOnly() {
    play(new Script(SUBJECT, ReplyClass.NO_DATA, null, null, Receipts.ONLY));
    String receipt = Receipts.numberOf("R-1");

    Outgoing reply = answer("R-1").get(1);

    assertThat(reply.number()).isEqualTo(receipt);
    assertThat(text(reply))
        .contains("<receiptNumber>" + receipt + "</receiptNumber>")
        .doesNotContain("R-1");
  }

  @Test
  void whatIsDroppedHasItsReceiptAllTheSame() {
    play(new Script(SUBJECT, null, null, null, Receipts.ONLY));
    desk.misbehave(new Faults(false, 0, 0, 1, 0, 0, 0, 0, 0, null));

    assertThat(answer("R-1"))
        .extracting(Outgoing::receipt)
        .containsExactly(Receipts.numberOf("R-1"));
  }

  @Test
  void refusesScriptsThatSayNothingOrSayItWrongly() {
    assertThatThrownBy(() -> play(new Script("12x", ReplyClass.NO_DATA, null, null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/0/subject");
    assertThatThrownBy(() -> play(new Script(SUBJECT, null, null, null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/0/outcome");
    var unknown = JsonNodeFactory.instance.objectNode().put("salary", 1);
    assertThatThrownBy(() -> play(new Script(SUBJECT, ReplyClass.ANSWERED, unknown, null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/0/reply");
  }

  private void play(Script... scripts) {
    desk.play(Scripts.checked(List.of(scripts), desk.behaviour()));
  }

  private List<Outgoing> answer(String number) {
    return desk.answer(number, Inquiries.about(number, SUBJECT));
  }

  private String onlyReply(String number) {
    List<Outgoing> replies = answer(number);
    assertThat(replies).hasSize(1);
    return text(replies.get(0));
  }

  private static String text(Outgoing reply) {
    return new String(reply.content(), UTF_8);
  }
}

package jp.renkei.message.employment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import jp.renkei.message.GoldenCases;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.ReplyRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies that are held: not readable, of an unknown layout, or not valid. */
class RefusedReplyTest {

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String GOOD =
      new String(
          GoldenCases.of("assessment.mhlw-employment", "left-on-march-31").replyXml(),
          StandardCharsets.UTF_8);
  private static final String BODY = GOOD.substring(DECLARATION.length()).strip();

  private final EmploymentInsurance kind = new EmploymentInsurance();

  @Test
  void namesItsInquiryByOneOfTwoNumbers() throws ReplyRefused {
    String number = "<number>" + GoldenCases.NUMBER + "</number>";
    String receipt = "<receiptNumber>U-1</receiptNumber>";

    assertThat(kind.reply(GOOD.getBytes(StandardCharsets.UTF_8)).receiptNumber()).isNull();
    EmploymentReply byReceipt =
        kind.reply(GOOD.replace(number, receipt).getBytes(StandardCharsets.UTF_8));
    assertThat(byReceipt.number()).isNull();
    assertThat(byReceipt.receiptNumber()).isEqualTo("U-1");
    assertRefused(GOOD.replace(number, ""), Reason.NOT_VALID, "environment");
    assertRefused(GOOD.replace(number, number + receipt), Reason.NOT_VALID, "receiptNumber");
    assertRefused(
        GOOD.replace(number, receipt.replace("U-1", "U_1")), Reason.NOT_VALID, "receiptNumber");
  }

  @Test
  void refusesADocumentTypeEvenWithoutUse() {
    assertRefused(
        DECLARATION + "<!DOCTYPE employmentInsuranceReply>" + BODY, Reason.NOT_READABLE, "type");
  }

  @Test
  void refusesAnExternalEntityAndReadsNothing(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "ANSWERED");
    String attack =
        DECLARATION
            + "<!DOCTYPE r [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + BODY.replace(">ANSWERED<", ">&x;<");
    assertRefused(attack, Reason.NOT_READABLE, "document type");
  }

  @Test
  void refusesAnExternalDocumentType(@TempDir Path folder) throws Exception {
    Path dtd = Files.writeString(folder.resolve("x.dtd"), "<!ENTITY x \"ANSWERED\">");
    String attack =
        DECLARATION
            + "<!DOCTYPE r SYSTEM \""
            + dtd.toUri()
            + "\">"
            + BODY.replace(">ANSWERED<", ">&x;<");
    assertRefused(attack, Reason.NOT_READABLE, "document type");
  }

  @Test
  void refusesABillionLaughs() {
    StringBuilder laughs = new StringBuilder(DECLARATION + "<!DOCTYPE r [<!ENTITY l0 \"ha\">");
    for (int i = 1; i <= 30; i++) {
      String before = "&l" + (i - 1) + ";";
      laughs.append("<!ENTITY l" + i + " \"" + before.repeat(10) + "\">");
    }
    laughs.append("]>").append(BODY.replace(">ANSWERED<", ">&l30;<"));
    assertRefused(laughs.toString(), Reason.NOT_READABLE, "document type");
  }

  @Test
  void refusesAnEntityThatNothingDeclares() {
    assertRefused(GOOD.replace(">ANSWERED<", ">&answered;<"), Reason.NOT_READABLE, "line 5");
  }

  @Test
  void followsNoSchemaThatTheReplyNames() throws Exception {
    String hinted =
        GOOD.replace(
            " layout=",
            " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"urn:renkei:employment-insurance http://127.0.0.1:1/x.xsd\""
                + " layout=");
    assertThat(kind.reply(hinted.getBytes(StandardCharsets.UTF_8)).leavings()).hasSize(1);
    assertRefused(
        hinted.replace("<leaving>", "<leaving xsi:type=\"periodType\">"),
        Reason.NOT_VALID,
        "leaving");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "garbage", "{\"result\": \"ANSWERED\"}", "<a>", "<a></b>", "<a/><b/>"})
  void refusesGarbage(String garbage) {
    assertRefused(garbage, Reason.NOT_READABLE, "not well-formed");
  }

  @Test
  void refusesWhatFollowsTheRoot() {
    assertRefused(GOOD + "rest", Reason.NOT_READABLE, "not well-formed");
  }

  @Test
  void refusesACutReply() {
    byte[] whole = GOOD.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length - "\n".length(); length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(refused(cut).reason()).as("cut at %s", length).isEqualTo(Reason.NOT_READABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "windows-31j", "EUC-JP"})
  void refusesOtherCharsetsDeclaredOrNot(String charset) {
    String japanese = BODY.replace("<number>", "<!-- 離職年月日 --><number>");
    byte[] undeclared = japanese.getBytes(Charset.forName(charset));
    byte[] declared =
        ("<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + japanese)
            .getBytes(Charset.forName(charset));
    byte[] lying = (DECLARATION + japanese).getBytes(Charset.forName(charset));
    assertThat(refused(undeclared).reason()).isEqualTo(Reason.NOT_READABLE);
    assertThat(refused(declared).reason()).isEqualTo(Reason.NOT_READABLE);
    assertThat(refused(lying).reason()).isEqualTo(Reason.NOT_READABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "UTF-16", "US-ASCII", "ISO-8859-1", "UTF-7", "no-such"})
  void refusesAnotherEncodingInTheDeclaration(String encoding) {
    String plain = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + BODY;
    assertRefused(plain, Reason.NOT_READABLE, "");
  }

  @Test
  void refusesAnotherVersionOfXml() {
    assertRefused("<?xml version=\"1.1\"?>" + BODY, Reason.NOT_READABLE, "version");
  }

  @Test
  void takesOneByteOrderMarkAndNoSecond() throws Exception {
    assertThat(kind.reply(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)).leavings())
        .hasSize(1);
    assertRefused("\uFEFF\uFEFF" + GOOD, Reason.NOT_READABLE, "not well-formed");
  }

  @Test
  void refusesOverlongUtf8() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(GOOD.substring(0, GOOD.indexOf("ANSWERED")).getBytes(StandardCharsets.UTF_8));
    bytes.write(new byte[] {(byte) 0xC1, (byte) 0x81});
    bytes.write(GOOD.substring(GOOD.indexOf("ANSWERED") + 1).getBytes(StandardCharsets.UTF_8));
    assertThat(refused(bytes.toByteArray())).hasMessage("not UTF-8");
  }

  @Test
  void takesNothingAboveOneMebibyte() throws Exception {
    String filler = "<!--" + "x".repeat((1 << 20) - GOOD.length() - "<!---->".length()) + "-->";
    assertThat(kind.reply((GOOD + filler).getBytes(StandardCharsets.UTF_8))).isNotNull();
    assertRefused(GOOD + filler + " ", Reason.NOT_READABLE, "larger than");
  }

  @Test
  void refusesDeepAndWideDocuments() {
    String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);
    assertRefused(deep, Reason.NOT_READABLE, "past a limit");
    StringBuilder wide = new StringBuilder("<a");
    for (int i = 0; i < 1_000; i++) {
      wide.append(" a").append(i).append("=''");
    }
    assertRefused(wide + "/>", Reason.NOT_READABLE, "past a limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "2.0", "", "1.0.0", "1"})
  void namesAnUnknownLayoutBeforeTheSchemaIsAsked(String layout) {
    String newer = GOOD.replace("layout=\"1.0\"", "layout=\"" + layout + "\"");
    assertRefused(newer, Reason.UNKNOWN_LAYOUT, "employmentInsuranceReply");
    assertRefused(newer.replace("<result>", "<new/><result>"), Reason.UNKNOWN_LAYOUT, "layout");
  }

  @Test
  void refusesAReplyWithoutLayout() {
    assertRefused(
        GOOD.replace(" layout=\"1.0\"", ""), Reason.NOT_VALID, "employmentInsuranceReply");
  }

  @Test
  void namesEveryPlaceOnce() {
    ReplyRefused refused =
        refused(
            GOOD.replace("<reasonCode>11<", "<reasonCode>111<")
                .replace("<qualification>1<", "<qualification>一般<")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(refused.reason()).isEqualTo(Reason.NOT_VALID);
    assertThat(refused.getMessage().split("; "))
        .satisfiesExactly(
            fault -> assertThat(fault).contains(" in reasonCode at line "),
            fault -> assertThat(fault).contains(" in qualification at line "));
  }

  @Test
  void countsWhatItDoesNotName() {
    ReplyRefused refused =
        refused(
            GOOD.replace("</leaving>", "</leaving>" + wrongLeavings(8))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(refused.getMessage().split("; ")).hasSize(6);
    assertThat(refused.getMessage()).endsWith("; and 3 more");
  }

  @Test
  void doesNotCountWhatIsOfAnotherFormAltogether() {
    ReplyRefused refused =
        refused(
            GOOD.replace("</leaving>", "</leaving>" + wrongLeavings(500))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(refused.getMessage()).endsWith("; and 95 more");
  }

  private static String wrongLeavings(int count) {
    String leaving = GOOD.substring(GOOD.indexOf("<leaving>"), GOOD.indexOf("</leaving>") + 10);
    return (leaving.replace("<reasonCode>11<", "<reasonCode>111<") + "\n").repeat(count);
  }

  @Test
  void refusesAnotherRoot() {
    byte[] inquiry = GoldenCases.of("assessment.mhlw-employment", "left-on-march-31").requestXml();
    assertThat(refused(inquiry).reason()).isEqualTo(Reason.NOT_VALID);
    assertRefused(
        GOOD.replace("urn:renkei:employment-insurance", "urn:other"), Reason.NOT_VALID, "root");
    assertRefused(
        GOOD.replace(" xmlns=\"urn:renkei:employment-insurance\"", ""), Reason.NOT_VALID, "root");
  }

  @ParameterizedTest
  @CsvSource({
    "<number>R7K2M-00001</number>, '', environment",
    "<number>R7K2M-00001</number>, <number>山田太郎</number>, number",
    "<environment>test</environment>, <environment>moon</environment>, environment",
    ">ANSWERED<, >MAYBE<, result",
    "<residentNumber>12345678<, <residentNumber>1234567890123456<, residentNumber",
    "<residentNumber>12345678<, <residentNumber>000<, residentNumber",
    "<residentNumber>12345678<, <residentNumber>１２３<, residentNumber",
    "<from>2025-04-01<, <from>2025-02-30<, from",
    "<from>2025-04-01<, <from>2025-04-01Z<, from",
    "<from>2025-04-01<, <from>令和7年4月1日<, from",
    "<from>2025-04-01<, <from>2026-11-23<, period",
    "<leavingDate>2026-03-31<, <leavingDate>2026-02-29<, leavingDate",
    "<leavingDate>2026-03-31</leavingDate>, '', leaving",
    "<reasonCode>11<, <reasonCode>111<, reasonCode",
    "<reasonCode>11</reasonCode>, '', leaving",
    "<qualification>1<, <qualification>一般<, qualification",
    "</leaving>, <unknown/></leaving>, unknown",
    "</leaving>, </leaving><unset><item>leaving</item><reason>2</reason></unset>, unset",
    ">ANSWERED<, >NO_DATA<, leaving",
    "<result>, <nonDisclosable>maybe</nonDisclosable><result>, nonDisclosable"
  })
  void refusesWhatTheSchemaOrItsRulesRefuse(String from, String to, String place) {
    assertThat(GOOD).contains(from);
    assertRefused(GOOD.replace(from, to), Reason.NOT_VALID, place);
  }

  @Test
  void tellsNoValue() {
    ReplyRefused refused =
        refused(
            GOOD.replace(">ANSWERED<", ">山田太郎 1980<")
                .replace("<leavingDate>", "<山田>")
                .replace("</leavingDate>", "</山田>")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(refused.getMessage()).doesNotContain("山田", "1980", "2026");
    ReplyRefused cut =
        refused(GOOD.replace("</result>", "</山田太郎>").getBytes(StandardCharsets.UTF_8));
    assertThat(cut.getMessage()).doesNotContain("山田").contains("line 5");
    assertThat(cut.getCause()).isNull();
  }

  @Test
  void namesNoElementThatIsNotPlain() {
    String named = GOOD.replace("<result>ANSWERED</result>", "<a山田太郎/>");
    assertThat(refused(named.getBytes(StandardCharsets.UTF_8)).getMessage())
        .contains("line 5")
        .doesNotContain("山田");
  }

  @Test
  void refusesADateThatOnlyTheSchemaWouldTrim() {
    assertRefused(GOOD.replace("<from>2025", "<from> 2025"), Reason.NOT_VALID, "line");
  }

  @Test
  void goesOnAfterRefusing() throws Exception {
    refused(GOOD.replace(">ANSWERED<", ">MAYBE<").getBytes(StandardCharsets.UTF_8));
    refused(GOOD.replace("<from>2025", "<from> 2025").getBytes(StandardCharsets.UTF_8));
    assertThat(kind.reply(GOOD.getBytes(StandardCharsets.UTF_8)).leavings()).hasSize(1);
  }

  private void assertRefused(String document, Reason reason, String place) {
    ReplyRefused refused = refused(document.getBytes(StandardCharsets.UTF_8));
    assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(reason);
    assertThat(refused).hasMessageContaining(place);
  }

  private ReplyRefused refused(byte[] document) {
    ReplyRefused refused = catchThrowableOfType(ReplyRefused.class, () -> kind.reply(document));
    assertThat(refused).as("the reply was taken").isNotNull();
    return refused;
  }
}

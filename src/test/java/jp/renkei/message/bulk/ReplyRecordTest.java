package jp.renkei.message.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jp.renkei.message.MessageKind;
import jp.renkei.message.ReplyClass;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.care.LongTermCare;
import jp.renkei.message.network.NetworkKind;
import jp.renkei.message.network.NetworkReply;
import jp.renkei.message.resident.ResidentRecord;
import jp.renkei.message.tax.LocalTax;
import jp.renkei.message.tax.TaxTold;
import jp.renkei.mock.network.FileForm;
import jp.renkei.mock.network.RandomReply;
import jp.renkei.record.CommaSeparated;
import jp.renkei.record.RecordRefused;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Records of reply files become the replies that the single channel would have brought. */
class ReplyRecordTest {

  private static final List<String> KINDS =
      List.of("local-tax", "resident-record", "long-term-care");
  private static final BulkLayouts LAYOUTS = BulkLayouts.of(KINDS);
  private static final FileForm AGENCY = new FileForm(KINDS);
  private static final MessageKind TAX = new NetworkKind<>(new LocalTax());
  private static final List<MessageKind> ALL =
      List.of(TAX, new NetworkKind<>(new ResidentRecord()), new NetworkKind<>(new LongTermCare()));

  @Test
  void theKnownColumnsOfLocalTaxAreWhereTheyAreKnownToBe() throws Exception {
    List<String> columns = answered();
    columns.set(248 - 1, "5500");
    columns.set(272 - 1, "93000");

    NetworkReply<?, ?> reply = reply(columns);

    assertThat(columns).hasSize(279);
    assertThat(reply.replyClass()).isEqualTo(ReplyClass.PARTIAL);
    assertThat(reply.residentNumber()).isEqualTo("12345678");
    assertThat(((TaxTold) reply.told()).perCapitaLevy()).contains(5500L);
    assertThat(((TaxTold) reply.told()).incomeLevy()).contains(93000L);
  }

  @ParameterizedTest
  @EnumSource(BulkResult.class)
  void everyResultIsOneOfTheSingleChannel(BulkResult result) throws Exception {
    List<String> columns = answered();
    columns.set(27 - 1, result.text());
    if (result != BulkResult.PARTIAL) {
      columns.set(28 - 1, result == BulkResult.ANSWERED ? "2" : "");
      columns.set(126 - 1, "");
      columns.set(127 - 1, "");
    }

    assertThat(reply(columns).replyClass()).isEqualTo(result.replyClass());
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1234567890123456, 宛名番号 (column 2) is no resident number",
    "2, '', 宛名番号 (column 2) is no resident number",
    "4, 2026, 照会依頼日時 (column 4) is no time",
    "14, TM99000000000099, 特定個人情報名コード (column 14) is not known here",
    "27, 異常終了, 照会処理結果メッセージ (column 27) is not known here",
    "200, x, 'column 200 is reserved, and something stands there'",
    "279, x, 'column 279 is reserved, and something stands there'",
    "28, '\u0007', a column holds a character that may not stand there",
  })
  void aWrongColumnIsRefusedAndNamedWithoutItsValue(int column, String value, String why) {
    List<String> columns = answered();
    columns.set(column - 1, value);

    assertThatThrownBy(() -> reply(columns)).isInstanceOf(RecordRefused.class).hasMessage(why);
  }

  @ParameterizedTest
  @CsvSource({"1, the record has 1 columns", "278, 'the record has 278 columns, not 279'"})
  void aRecordOfAnotherLengthIsRefused(int columns, String why) {
    assertThatThrownBy(() -> reply(answered().subList(0, columns)))
        .isInstanceOf(RecordRefused.class)
        .hasMessage(why);
  }

  @Test
  void aFieldThatIsNotOfItsFormIsLeftForTheSchemaToRefuse() throws Exception {
    List<String> columns = answered();
    columns.set(30 - 1, "20261350");

    assertThatThrownBy(() -> reply(columns)).isInstanceOf(ReplyRefused.class);
  }

  @Test
  void whatIsLoggedTellsNothingOfThePerson() throws Exception {
    byte[] line = String.join(",", answered()).getBytes(CommaSeparated.CHARSET);

    assertThat(ReplyRecord.read(line, LAYOUTS)).hasToString("ReplyRecord");
    assertThat(new BulkQuestion("000000000000001", "test", false, "27140", true, "", ""))
        .hasToString("BulkQuestion");
  }

  @Property(tries = 300)
  void whatAnAgencyTellsComesThroughWhole(@ForAll @IntRange(max = 2) int which, @ForAll long seed)
      throws Exception {
    MessageKind kind = ALL.get(which);
    RandomReply made = RandomReply.of(kind.id(), new Random(seed));
    String record = AGENCY.record(asked(kind.id()), made.xml());

    byte[] xml = ReplyRecord.read(record.getBytes(FileForm.CHARSET), LAYOUTS).xml("N-1");

    assertThat(read(kind, xml)).isEqualTo(read(kind, made.xml()));
  }

  /** The reply, or why it contradicts itself. */
  private static Object read(MessageKind kind, byte[] xml) {
    try {
      return kind.reply(xml);
    } catch (ReplyRefused e) {
      return e.getMessage();
    }
  }

  private static FileForm.Asked asked(String kind) {
    BulkLayout layout = LAYOUTS.byKind(kind).orElseThrow();
    BulkQuestion question =
        new BulkQuestion(
            "000000000000001",
            "test",
            false,
            "27140",
            layout.period().byYear(),
            "20260401",
            "20270331");
    byte[] line =
        RequestLine.write(question, "20261129135500123", "9999990000000001", "NHI", layout);
    return AGENCY.asked(new String(line, FileForm.CHARSET).strip());
  }

  private static NetworkReply<?, ?> reply(List<String> columns) throws Exception {
    byte[] line = String.join(",", columns).getBytes(CommaSeparated.CHARSET);
    return (NetworkReply<?, ?>) TAX.reply(ReplyRecord.read(line, LAYOUTS).xml("N-1"));
  }

  private static List<String> answered() {
    List<String> columns = new ArrayList<>(Collections.nCopies(279, ""));
    columns.set(2 - 1, "000000012345678");
    columns.set(4 - 1, "20261129135500123");
    columns.set(6 - 1, "test");
    columns.set(14 - 1, "TM99000000000002");
    columns.set(17 - 1, "20260401");
    columns.set(19 - 1, "1.0");
    columns.set(27 - 1, "一部項目未設定");
    columns.set(28 - 1, "1");
    columns.set(126 - 1, "totalIncome");
    columns.set(127 - 1, "2");
    return columns;
  }
}

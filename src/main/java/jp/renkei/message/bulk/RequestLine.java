package jp.renkei.message.bulk;

import java.util.List;
import jp.renkei.record.FixedField;
import jp.renkei.record.FixedField.Pad;
import jp.renkei.record.FixedRecord;

/**
 * One inquiry of a request file: 18 fixed fields joined by commas (DOMAIN.md 2.2, one
 * municipality's integrated-address interface; not an official layout).
 */
public final class RequestLine {

  /** The form of the line. */
  public static final FixedRecord FORM =
      new FixedRecord(
          List.of(
              new FixedField("番号体系", 2, Pad.ZERO_LEFT, false),
              new FixedField("宛名番号", 15, Pad.ZERO_LEFT, false),
              new FixedField("統合宛名番号", 15, Pad.ZERO_LEFT, true),
              new FixedField("照会依頼日時", 17, Pad.NONE, false),
              new FixedField("情報照会者部署コード", 20, Pad.SPACE_RIGHT, false),
              new FixedField("情報照会者ユーザーID", 20, Pad.SPACE_RIGHT, true),
              new FixedField("情報照会者機関コード", 16, Pad.NONE, false),
              new FixedField("照会側不開示コード", 1, Pad.NONE, false),
              new FixedField("事務コード", 16, Pad.NONE, false),
              new FixedField("事務手続コード", 16, Pad.NONE, false),
              new FixedField("情報照会者機関コード(委任元)", 16, Pad.NONE, true),
              new FixedField("情報提供者機関コード(委任元)", 16, Pad.NONE, true),
              new FixedField("情報提供者機関コード", 16, Pad.SPACE_RIGHT, false),
              new FixedField("特定個人情報名コード", 16, Pad.NONE, false),
              new FixedField("照会条件区分", 1, Pad.NONE, false),
              new FixedField("照会年度区分", 1, Pad.NONE, false),
              new FixedField("照会開始日付", 8, Pad.NONE, true),
              new FixedField("照会終了日付", 8, Pad.NONE, true)));

  /** 番号体系: the only value that is known. */
  private static final String NUMBERING = "01";

  private RequestLine() {}

  /**
   * A line with its end.
   *
   * @param asked what is asked
   * @param requested 照会依頼日時, 17 digits
   * @param organisation the hub's organisation code
   * @param department the hub's department
   * @param layout the kind's codes
   */
  public static byte[] write(
      BulkQuestion asked,
      String requested,
      String organisation,
      String department,
      BulkLayout layout) {
    return FORM.write(
        List.of(
            NUMBERING,
            asked.residentNumber(),
            "",
            requested,
            department,
            // the 18 fields have no place for the environment mark: own definition
            asked.environment(),
            organisation,
            asked.nonDisclosable() ? "1" : "0",
            layout.business(),
            layout.procedure(),
            "",
            "",
            asked.provider(),
            layout.information(),
            // 照会条件区分: 1, by person and period; the only condition that is written
            "1",
            asked.byYear() ? "1" : "0",
            asked.from(),
            asked.to()));
  }
}

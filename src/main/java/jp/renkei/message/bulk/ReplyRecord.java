package jp.renkei.message.bulk;

import java.util.List;
import java.util.regex.Pattern;
import jp.renkei.record.CommaSeparated;
import jp.renkei.record.RecordRefused;

/**
 * One record of a reply file: what one person's 特定個人情報名 came to.
 *
 * @param layout the kind that it is of
 * @param values its columns
 */
public record ReplyRecord(BulkLayout layout, List<String> values) {

  private static final int RESIDENT_DIGITS = 15;
  private static final Pattern RESIDENT = Pattern.compile("[0-9]{1,15}");
  private static final Pattern REQUESTED = Pattern.compile("[0-9]{17}");

  public ReplyRecord {
    values = List.copyOf(values);
  }

  /**
   * Reads a record.
   *
   * @param line without its end
   * @throws RecordRefused where it is none of a kind that goes by file, or cannot be correlated;
   *     the text holds no value
   */
  public static ReplyRecord read(byte[] line, BulkLayouts layouts) throws RecordRefused {
    List<String> values = CommaSeparated.read(line);
    if (values.size() < ReplyColumn.SHARED) {
      throw new RecordRefused("the record has " + values.size() + " columns");
    }
    BulkLayout layout =
        layouts
            .byInformation(values.get(ReplyColumn.INFORMATION.column() - 1))
            .orElseThrow(() -> refused(ReplyColumn.INFORMATION, "is not known here"));
    if (values.size() != layout.columns()) {
      throw new RecordRefused(
          "the record has " + values.size() + " columns, not " + layout.columns());
    }
    ReplyRecord read = new ReplyRecord(layout, values);
    if (!RESIDENT.matcher(read.value(ReplyColumn.RESIDENT)).matches()) {
      throw refused(ReplyColumn.RESIDENT, "is no resident number");
    }
    if (!REQUESTED.matcher(read.requested()).matches()) {
      throw refused(ReplyColumn.REQUESTED, "is no time");
    }
    return read;
  }

  /** A resident number as files have it: 15 digits with leading zeros. */
  public static String padded(String residentNumber) {
    String bare = residentNumber.replaceFirst("^0+(?=.)", "");
    return "0".repeat(Math.max(0, RESIDENT_DIGITS - bare.length())) + bare;
  }

  /** The resident number, 15 digits. */
  public String resident() {
    return padded(value(ReplyColumn.RESIDENT));
  }

  /** 照会依頼日時, 17 digits, as the request line had it. */
  public String requested() {
    return value(ReplyColumn.REQUESTED);
  }

  /**
   * The reply as the single channel would have brought it, for the same reading and deriving.
   *
   * @param number the inquiry's number, which the record is known by
   * @throws RecordRefused where its result is not known, or something stands where nothing may
   */
  public byte[] xml(String number) throws RecordRefused {
    BulkResult result =
        BulkResult.of(value(ReplyColumn.RESULT))
            .orElseThrow(() -> refused(ReplyColumn.RESULT, "is not known here"));
    return new ReplyXml(layout, values).write(number, result);
  }

  /** Tells nothing of the person. */
  @Override
  public String toString() {
    return "ReplyRecord";
  }

  String value(ReplyColumn column) {
    return values.get(column.column() - 1);
  }

  static RecordRefused refused(ReplyColumn column, String what) {
    return new RecordRefused(column.title() + " (column " + column.column() + ") " + what);
  }
}

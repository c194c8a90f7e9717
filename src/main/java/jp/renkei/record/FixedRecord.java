package jp.renkei.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of fixed fields joined by commas, ended with CRLF, in US-ASCII.
 *
 * @param fields in their order
 */
public record FixedRecord(List<FixedField> fields) {

  public FixedRecord {
    fields = List.copyOf(fields);
  }

  /** How many bytes a line has, its end among them. */
  public int length() {
    return fields.stream().mapToInt(FixedField::length).sum() + fields.size() - 1 + 2;
  }

  /**
   * A line.
   *
   * @param values one for each field, empty for an empty field
   * @throws IllegalArgumentException where one does not fit; the text holds no value
   */
  public byte[] write(List<String> values) {
    if (values.size() != fields.size()) {
      throw new IllegalArgumentException("a line has " + fields.size() + " fields");
    }
    StringBuilder line = new StringBuilder(length());
    for (int i = 0; i < values.size(); i++) {
      line.append(i == 0 ? "" : ",").append(fields.get(i).filled(values.get(i)));
    }
    return line.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The values of a line.
   *
   * @param line without its end
   * @throws RecordRefused where it is of another length, or a comma is not in its place
   */
  public List<String> read(byte[] line) throws RecordRefused {
    if (line.length != length() - 2) {
      throw new RecordRefused("the record has " + line.length + " bytes, not " + (length() - 2));
    }
    String text = new String(line, StandardCharsets.US_ASCII);
    List<String> values = new ArrayList<>();
    int at = 0;
    for (FixedField field : fields) {
      if (at > 0 && text.charAt(at++) != ',') {
        throw new RecordRefused("no comma before the field " + field.item());
      }
      values.add(field.value(text.substring(at, at + field.length())));
      at += field.length();
    }
    return values;
  }
}

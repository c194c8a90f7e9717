package jp.renkei.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of comma-separated values in Windows-31J: a value with a comma, a quotation mark or a
 * space at an end stands in quotation marks, those inside it doubled (RFC 4180).
 */
public final class CommaSeparated {

  /** What the bytes are. */
  public static final Charset CHARSET = Charset.forName("windows-31j");

  private CommaSeparated() {}

  /**
   * The values of a line.
   *
   * @param line without its end
   * @throws RecordRefused where it is not Windows-31J or a quotation mark is out of place
   */
  public static List<String> read(byte[] line) throws RecordRefused {
    String text;
    try {
      text =
          CHARSET
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(line))
              .toString();
    } catch (CharacterCodingException e) {
      throw new RecordRefused("the record is not Windows-31J");
    }
    List<String> values = new ArrayList<>();
    int at = 0;
    do {
      StringBuilder value = new StringBuilder();
      at = value(text, at, value, values.size() + 1);
      values.add(value.toString());
    } while (at <= text.length());
    return values;
  }

  /** Reads one value; returns where the next one begins, behind the text's end after the last. */
  private static int value(String text, int from, StringBuilder value, int column)
      throws RecordRefused {
    if (from == text.length() || text.charAt(from) != '"') {
      int end = text.indexOf(',', from) < 0 ? text.length() : text.indexOf(',', from);
      value.append(text, from, end);
      if (value.indexOf("\"") >= 0) {
        throw new RecordRefused("a quotation mark out of place in column " + column);
      }
      return end + 1;
    }
    int at = from + 1;
    while (true) {
      int quote = text.indexOf('"', at);
      if (quote < 0) {
        throw new RecordRefused("a quotation mark without its other in column " + column);
      }
      value.append(text, at, quote);
      if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
        value.append('"');
        at = quote + 2;
      } else if (quote + 1 == text.length() || text.charAt(quote + 1) == ',') {
        return quote + 2;
      } else {
        throw new RecordRefused("something behind a quotation mark in column " + column);
      }
    }
  }
}

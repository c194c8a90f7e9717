package jp.renkei.inquiry.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Inquiries as CSV (RFC 4180) in UTF-8, with or without a byte order mark: a line of headings, then
 * a row each. Rows are counted from 1, without the headings.
 */
final class CsvInquiries implements PostedInquiries {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final MappingIterator<String[]> rows;
  private final BulkLimits limits;
  private final FieldTypes types;
  private final RowReader reader;
  private final CsvColumns columns;
  private long row;

  /**
   * @throws ProblemException {@code MALFORMED} where the headings are wrong
   */
  CsvInquiries(InputStream in, BulkLimits limits, FieldTypes types) throws IOException {
    this.limits = limits;
    this.types = types;
    CsvFactory factory =
        CsvFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(limits.longestLine()).build())
            .build();
    this.reader =
        new RowReader(
            new InputStreamReader(withoutMark(in), StandardCharsets.UTF_8.newDecoder()), limits);
    this.rows =
        new CsvMapper(factory)
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .readValues(reader);
    String[] headings = read();
    if (headings == null) {
      throw malformed("no line of headings");
    }
    this.columns = new CsvColumns(headings);
  }

  @Override
  public Posted next() throws IOException {
    String[] values = read();
    if (values == null) {
      return null;
    }
    limits.checkLines(++row);
    if (Arrays.stream(values).mapToLong(String::length).sum() > limits.longestLine()) {
      return new Posted(row, null, limits.lineTooLong());
    }
    return values.length == columns.size()
        ? new Posted(row, columns.inquiry(values, types), null)
        : new Posted(row, null, malformed("not " + columns.size() + " values"));
  }

  private String[] read() throws IOException {
    reader.beginRow();
    try {
      return rows.hasNextValue() ? rows.nextValue() : null;
    } catch (CharacterCodingException e) {
      throw malformed("not UTF-8 behind row " + row);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof ProblemException told) {
        throw told;
      }
      throw malformed("not CSV behind row " + row);
    }
  }

  private static ProblemException malformed(String reason) {
    return new ProblemException(Problem.MALFORMED, "", reason);
  }

  private static InputStream withoutMark(InputStream in) throws IOException {
    PushbackInputStream all = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
    byte[] first = all.readNBytes(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
      all.unread(first);
    }
    return all;
  }

  /** Ends where a row does not: the parser would hold all of it. */
  private static final class RowReader extends FilterReader {

    /** What the parser reads ahead, and more. */
    private static final int READ_AHEAD = 1 << 16;

    private final BulkLimits limits;
    private long left;

    RowReader(Reader in, BulkLimits limits) {
      super(in);
      this.limits = limits;
      beginRow();
    }

    void beginRow() {
      left = 2L * limits.longestLine() + READ_AHEAD;
    }

    @Override
    public int read(char[] into, int at, int length) throws IOException {
      int read = super.read(into, at, length);
      left -= Math.max(0, read);
      if (left < 0) {
        throw limits.lineTooLong();
      }
      return read;
    }
  }
}

package jp.renkei.inquiry.bulk;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The two forms of a file of inquiries, and of the results, which come back in the same. */
enum FileFormat {
  CSV {
    @Override
    PostedInquiries inquiries(InputStream in, BulkLimits limits, FieldTypes types)
        throws IOException {
      return new CsvInquiries(in, limits, types);
    }

    @Override
    byte[] headings() throws IOException {
      return row("line", "key", "status", "id", "code", "faults");
    }

    @Override
    byte[] line(LineResult result) throws IOException {
      return row(
          Long.toString(result.line()),
          orEmpty(result.key()),
          Integer.toString(result.status()),
          orEmpty(result.id()),
          result.problem() == null ? "" : result.problem().code(),
          result.faults().stream()
              .map(fault -> (fault.pointer() + " " + fault.reason()).trim())
              .collect(Collectors.joining("; ")));
    }
  },
  NDJSON {
    @Override
    PostedInquiries inquiries(InputStream in, BulkLimits limits, FieldTypes types) {
      return new NdjsonInquiries(in, limits);
    }

    @Override
    byte[] headings() {
      return new byte[0];
    }

    @Override
    byte[] line(LineResult result) {
      return (ResultLine.of(result) + "\n").getBytes(StandardCharsets.UTF_8);
    }
  };

  private static final CsvMapper ROWS =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
  private static final CsvSchema CRLF = CsvSchema.emptySchema().withLineSeparator("\r\n");

  /** The form of a file, by its name. */
  static FileFormat of(String name) {
    return name.endsWith(".csv") ? CSV : NDJSON;
  }

  abstract PostedInquiries inquiries(InputStream in, BulkLimits limits, FieldTypes types)
      throws IOException;

  /** What stands before the results. */
  abstract byte[] headings() throws IOException;

  abstract byte[] line(LineResult result) throws IOException;

  private static byte[] row(String... values) throws IOException {
    return ROWS.writerFor(String[].class).with(CRLF).writeValueAsBytes(values);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}

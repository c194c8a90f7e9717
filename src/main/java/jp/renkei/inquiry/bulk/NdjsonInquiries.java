package jp.renkei.inquiry.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import jp.renkei.inquiry.ParseObject;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Inquiries as NDJSON: a JSON object a line, UTF-8. */
public final class NdjsonInquiries implements PostedInquiries {

  private final ParseObject objects = new ParseObject();
  private final LineReader lines;
  private final BulkLimits limits;
  private long line;

  public NdjsonInquiries(InputStream in, BulkLimits limits) {
    this.lines = new LineReader(in, limits);
    this.limits = limits;
  }

  @Override
  public Posted next() throws IOException {
    byte[] bytes = lines.next();
    if (bytes == null) {
      return null;
    }
    limits.checkLines(++line);
    try {
      if (lines.wasTooLong()) {
        throw limits.lineTooLong();
      }
      if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
        throw new ProblemException(Problem.MALFORMED, "", "a blank line");
      }
      return new Posted(line, objects.parse(bytes), null);
    } catch (ProblemException e) {
      return new Posted(line, null, e);
    }
  }
}

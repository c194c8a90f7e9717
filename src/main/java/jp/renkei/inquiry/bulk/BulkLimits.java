package jp.renkei.inquiry.bulk;

import java.util.List;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * How much may come at once. Whoever has more sends it in parts.
 *
 * @param lines the most lines
 * @param bytes the most bytes of all lines
 * @param longestLine the most bytes of one line, without its end
 */
public record BulkLimits(long lines, long bytes, int longestLine) {

  public static final long MOST_LINES = 1_000_000;
  public static final long MOST_BYTES = 1L << 30;

  /** What every caller may send, whose lines may have so many bytes. */
  public static BulkLimits of(int longestLine) {
    return new BulkLimits(MOST_LINES, MOST_BYTES, longestLine);
  }

  /** Refuses the whole where it has more bytes. */
  public void checkBytes(long read) {
    if (read > bytes) {
      throw tooLarge("bytes", bytes);
    }
  }

  void checkLines(long read) {
    if (read > lines) {
      throw tooLarge("lines", lines);
    }
  }

  ProblemException lineTooLong() {
    return tooLarge("bytes", longestLine);
  }

  private static ProblemException tooLarge(String what, long most) {
    return new ProblemException(
        Problem.TOO_LARGE, List.of(new Fault("", "more than " + most + " " + what)));
  }
}

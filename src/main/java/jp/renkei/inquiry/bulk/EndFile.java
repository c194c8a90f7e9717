package jp.renkei.inquiry.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * What the end file {@code <name>.ok} tells of a file that is whole: one line {@code
 * rows,bytes,sha256}, the hash in hexadecimal. A line of headings is no row.
 */
record EndFile(long rows, long bytes, String sha256) {

  /** The most bytes that an end file may have. */
  static final int LONGEST = 200;

  private static final Pattern LINE =
      Pattern.compile("(\\d{1,12})[, ](\\d{1,12})[, ]([0-9a-fA-F]{64})\\R?");

  /**
   * Reads it.
   *
   * @throws ProblemException {@code FILE_NOT_WHOLE} where it is not such a line
   */
  static EndFile parse(byte[] content) {
    Matcher line = LINE.matcher(new String(content, StandardCharsets.ISO_8859_1));
    if (!line.matches()) {
      throw new ProblemException(
          Problem.FILE_NOT_WHOLE, "", "the end file is not one line rows,bytes,sha256");
    }
    return new EndFile(
        Long.parseLong(line.group(1)),
        Long.parseLong(line.group(2)),
        line.group(3).toLowerCase(Locale.ROOT));
  }

  /** Copies a file, at most so many bytes and one, and tells what there is of it; no rows yet. */
  static EndFile copied(InputStream in, OutputStream out, BulkLimits limits) throws IOException {
    MessageDigest digest = newDigest();
    DigestInputStream hashed = new DigestInputStream(in, digest);
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    for (int read = hashed.read(buffer); read >= 0; read = hashed.read(buffer)) {
      bytes += read;
      limits.checkBytes(bytes);
      out.write(buffer, 0, read);
    }
    return new EndFile(-1, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  /** What is found, with its rows. */
  EndFile withRows(long counted) {
    return new EndFile(counted, bytes, sha256);
  }

  /**
   * Holds what was found against this, which was told.
   *
   * @throws ProblemException {@code FILE_NOT_WHOLE} with what differs
   */
  void check(EndFile found) {
    List<Fault> faults = new ArrayList<>();
    if (found.bytes != bytes) {
      faults.add(new Fault("/bytes", "told " + bytes + ", found " + found.bytes));
    }
    if (!found.sha256.equals(sha256)) {
      faults.add(new Fault("/sha256", "another than was told"));
    }
    if (found.rows >= 0 && found.rows != rows) {
      faults.add(new Fault("/rows", "told " + rows + ", found " + found.rows));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.FILE_NOT_WHOLE, faults);
    }
  }

  byte[] line() {
    return (rows + "," + bytes + "," + sha256 + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

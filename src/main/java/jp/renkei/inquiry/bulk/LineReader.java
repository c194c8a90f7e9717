package jp.renkei.inquiry.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads lines of bytes that end with LF or CRLF, the last one with or without. However long a line
 * is, no more than so many bytes of it are held.
 */
final class LineReader {

  private static final int BUFFER = 64 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final BulkLimits limits;
  private final int most;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long read;
  private int at;
  private int end;
  private boolean first = true;
  private boolean tooLong;

  LineReader(InputStream in, BulkLimits limits) {
    this.in = in;
    this.limits = limits;
    this.most = limits.longestLine();
  }

  /**
   * The next line without its end, or null behind the last.
   *
   * @throws jp.renkei.problem.ProblemException {@code TOO_LARGE} where all together are
   */
  byte[] next() throws IOException {
    line.reset();
    tooLong = false;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      keep(from, at - from);
      if (at < end) {
        at++;
        return whole();
      }
    }
    return any ? whole() : null;
  }

  /** Whether the line that was read last had more bytes; what of it is given is of no use. */
  boolean wasTooLong() {
    return tooLong;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = in.read(buffer);
    read += Math.max(0, end);
    limits.checkBytes(read);
    return end > 0;
  }

  /** One byte more, for the CR that may end it, and three for a byte order mark. */
  private void keep(int from, int length) {
    int room = most + 1 + BYTE_ORDER_MARK.length - line.size();
    line.write(buffer, from, Math.min(length, room));
    tooLong |= length > room;
  }

  private byte[] whole() {
    byte[] bytes = line.toByteArray();
    int begin = first && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    int length = bytes.length - begin;
    if (length > 0 && bytes[bytes.length - 1] == '\r') {
      length--;
    }
    first = false;
    tooLong |= length > most;
    byte[] whole = new byte[length];
    System.arraycopy(bytes, begin, whole, 0, length);
    return whole;
  }

  private static boolean startsWithMark(byte[] bytes) {
    for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
      if (i >= bytes.length || bytes[i] != BYTE_ORDER_MARK[i]) {
        return false;
      }
    }
    return true;
  }
}

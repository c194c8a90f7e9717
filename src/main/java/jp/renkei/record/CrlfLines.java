package jp.renkei.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file, one after the other, each ended with CRLF, the last one too. Holds one line
 * in memory.
 */
public final class CrlfLines {

  private final InputStream in;
  private final int longest;
  private final int most;
  private int read;

  /**
   * @param in buffered
   * @param longest the most bytes of a line
   * @param most the most lines
   */
  public CrlfLines(InputStream in, int longest, int most) {
    this.in = in;
    this.longest = longest;
    this.most = most;
  }

  /** How many lines were read. */
  public int read() {
    return read;
  }

  /**
   * The next line without its end, or null behind the last one.
   *
   * @throws FileRefused where it is too long, is not ended with CRLF, or is one too many
   */
  public byte[] next() throws IOException, FileRefused {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    read++;
    if (read > most) {
      throw new FileRefused("more than " + most + " lines");
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    for (int next = first; ; next = in.read()) {
      if (next < 0) {
        throw new FileRefused("the last line does not end with CRLF");
      }
      if (next == '\n') {
        throw new FileRefused("line " + read + " does not end with CRLF");
      }
      if (next == '\r') {
        if (in.read() != '\n') {
          throw new FileRefused("line " + read + " has CR without LF");
        }
        return line.toByteArray();
      }
      if (line.size() == longest) {
        throw new FileRefused("line " + read + " has more than " + longest + " bytes");
      }
      line.write(next);
    }
  }
}

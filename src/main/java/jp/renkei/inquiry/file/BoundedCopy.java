package jp.renkei.inquiry.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies what may be larger than it should. */
final class BoundedCopy {

  private static final int BUFFER = 64 * 1024;

  private BoundedCopy() {}

  /**
   * Copies to the end, or until a limit is passed.
   *
   * @param most the most bytes that are written
   * @return false where there is more than that
   */
  static boolean copy(InputStream in, OutputStream out, long most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = most;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (read > left) {
        return false;
      }
      out.write(buffer, 0, read);
      left -= read;
    }
    return true;
  }
}

package jp.renkei.mock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file of an agency that is only added to, a line of fields at a time, each written when it is
 * added, so that it outlives a killed process. Readable for its owner only.
 */
final class Journal implements AutoCloseable {

  private static final String BETWEEN = "\t";

  private final FileChannel file;

  /**
   * Reads what is there, and opens it for more.
   *
   * @param earlier takes the fields of each line, the oldest first
   */
  Journal(Path path, Consumer<String[]> earlier) {
    try {
      Files.createDirectories(path.getParent());
      file =
          FileChannel.open(
              path,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      reread(path, earlier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reread(Path path, Consumer<String[]> earlier) throws IOException {
    String text = Files.readString(path, StandardCharsets.US_ASCII);
    int end = text.lastIndexOf('\n') + 1;
    text.substring(0, end).lines().map(line -> line.split(BETWEEN)).forEach(earlier);
    // Nothing followed from a line that a kill cut short: whoever asked asks again.
    file.truncate(end).position(end);
  }

  /**
   * Adds a line.
   *
   * @param fields printable ASCII
   */
  synchronized void add(String... fields) {
    ByteBuffer line = StandardCharsets.US_ASCII.encode(String.join(BETWEEN, fields) + "\n");
    try {
      while (line.hasRemaining()) {
        file.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

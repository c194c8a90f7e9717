package jp.renkei.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of {@code docs} whose measured parts stand between markers and are rewritten. */
public final class MeasuredDocument {

  private final Path file;

  /**
   * @param name e.g. {@code performance.md}
   */
  public MeasuredDocument(String name) {
    this.file = Path.of("docs", name);
  }

  /** Puts a part in the place of the one measured before. */
  public void put(String part, String text) {
    String begin = "<!-- measured: " + part + " -->\n";
    String end = "<!-- end -->";
    try {
      String document = Files.readString(file);
      int from = document.indexOf(begin);
      int to = document.indexOf(end, from);
      if (from < 0 || to < 0) {
        throw new IllegalStateException(file + " has no place for " + part);
      }
      Files.writeString(
          file, document.substring(0, from + begin.length()) + text + document.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

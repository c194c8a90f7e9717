package jp.renkei.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code docs/performance.md}, whose measured parts stand between markers and are rewritten. */
final class PerformanceDocument {

  private static final Path FILE = Path.of("docs", "performance.md");

  /** Puts a part in the place of the one measured before. */
  void put(String part, String text) {
    String begin = "<!-- measured: " + part + " -->\n";
    String end = "<!-- end -->";
    try {
      String document = Files.readString(FILE);
      int from = document.indexOf(begin);
      int to = document.indexOf(end, from);
      if (from < 0 || to < 0) {
        throw new IllegalStateException(FILE + " has no place for " + part);
      }
      Files.writeString(
          FILE, document.substring(0, from + begin.length()) + text + document.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

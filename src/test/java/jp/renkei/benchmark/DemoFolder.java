package jp.renkei.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The secrets that a demo's first start makes. */
final class DemoFolder {

  private DemoFolder() {}

  /** Copies them from one data folder into another, so that both sides know the same. */
  static void copy(Path fromData, Path toData) throws IOException {
    Path to = toData.resolve("demo");
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(fromData.resolve("demo"))) {
      files.filter(Files::isRegularFile).forEach(file -> copyInto(to, file));
    }
  }

  private static void copyInto(Path folder, Path file) {
    try {
      Files.copy(file, folder.resolve(file.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

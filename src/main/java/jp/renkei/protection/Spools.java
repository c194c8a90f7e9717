package jp.renkei.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of this node's spools, open to its user only. What a crash left in it is deleted. */
public final class Spools {

  private final Path folder;

  /**
   * @param folder this node's own
   * @throws UncheckedIOException where it cannot be made or emptied
   */
  public Spools(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      for (Path left : left()) {
        Files.delete(left);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder for spools cannot be used", e);
    }
  }

  /** A new, empty one. */
  public Spool open() throws IOException {
    return new Spool(Files.createTempFile(folder, "spool", null));
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}

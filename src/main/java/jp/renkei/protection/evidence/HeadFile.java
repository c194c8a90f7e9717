package jp.renkei.protection.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A text file with a head a line, to which lines are only added. */
public final class HeadFile {

  /** Its name, in the folder that the setting names. */
  public static final String NAME = "heads.txt";

  private final Path file;

  public HeadFile(Path file) {
    this.file = file;
  }

  /** What it knows; nothing where there is no file yet. */
  public Heads read() {
    if (!Files.exists(file)) {
      return Heads.NONE;
    }
    try {
      List<Optional<Head>> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .lines()
              .map(Head::parse)
              .toList();
      return new Heads(
          lines.stream().flatMap(Optional::stream).toList(),
          lines.stream().allMatch(Optional::isPresent));
    } catch (IOException e) {
      throw new UncheckedIOException("The heads cannot be read: " + file, e);
    }
  }

  /** Adds a line, and returns when it is on the disk. */
  public void append(Head head) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer line = ByteBuffer.wrap((head.line() + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
          channel.write(line);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The head cannot be written: " + file, e);
    }
  }
}

package jp.renkei.protection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import jp.renkei.problem.StartRefused;

/**
 * A JSON file with secrets. Faults tell the place and never the content.
 *
 * @param path where it lies
 * @param variable the environment variable that names it
 * @param demo whether the hub makes it itself
 */
record SecretFile(Path path, String variable, boolean demo) implements SecretSource {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  boolean exists() {
    return Files.exists(path);
  }

  @Override
  public JsonNode read() {
    try {
      return parsed(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new StartRefused(
          "The file " + path + " cannot be read", "Make it readable for the hub; " + naming(), e);
    }
  }

  /** Replaces the file as a whole, readable for its owner only, on the disk when this returns. */
  void write(JsonNode content) {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      createFolder();
      Files.deleteIfExists(fresh);
      try (FileChannel channel = FileChannel.open(fresh, creating(), mode("rw-------"))) {
        ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(content));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder();
    } catch (IOException e) {
      throw new StartRefused(
          "The file " + path + " cannot be written", "Make its folder writable for the hub", e);
    }
  }

  /** Keeps the file as it is beside itself, in the place of an earlier one. */
  void keepBefore() {
    new SecretFile(path.resolveSibling(path.getFileName() + ".before"), variable, demo)
        .write(read());
  }

  @Override
  public Duration every() {
    return Duration.ZERO;
  }

  @Override
  public StartRefused refuse(String why, String remedy) {
    return new StartRefused("The file " + path + " " + why, remedy + "; " + naming());
  }

  private String naming() {
    return demo ? "it is the demo's, and made anew when it is gone" : "it is named by " + variable;
  }

  private void createFolder() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder.getParent());
      Files.createDirectory(folder, mode("rwx------"));
    }
  }

  private void forceFolder() throws IOException {
    if (POSIX) {
      try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent())) {
        folder.force(true);
      }
    }
  }

  private static Set<StandardOpenOption> creating() {
    return Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}

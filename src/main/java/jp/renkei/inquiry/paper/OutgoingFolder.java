package jp.renkei.inquiry.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder in which an agency's vendor finds what is for him: {@code <agency>/outgoing}, open to
 * the hub's own user only. A set of files is whole when its end file {@code <name>.ok} is there,
 * which names each file with its records and SHA-256. Every file appears whole, by its name; a set
 * that is whole is not written again.
 */
final class OutgoingFolder {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path root;

  OutgoingFolder(Path root) {
    this.root = root;
  }

  /**
   * Writes a set, if it is not whole; on the disk when this returns.
   *
   * @param name of the set, nothing personal
   * @param files by extension, in the order in which they are to appear; one record each
   * @throws UncheckedIOException where the folder cannot be written
   */
  void write(String agency, String name, Map<String, byte[]> files) {
    try {
      Path folder = folder(agency);
      if (Files.exists(folder.resolve(name + ".ok"))) {
        return;
      }
      StringBuilder end = new StringBuilder("file,records,sha256\r\n");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        String whole = name + "." + file.getKey();
        appear(folder, whole, file.getValue());
        end.append(whole + ",1," + sha256(file.getValue()) + "\r\n");
      }
      appear(folder, name + ".ok", end.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of " + agency + " cannot be written", e);
    }
  }

  /**
   * Takes away a set and those of its reminders; the end files first, so that nobody finds a set
   * that is said to be whole and is not.
   *
   * @throws UncheckedIOException where the folder cannot be written
   */
  void remove(String agency, String name) {
    Path folder = root.resolve(agency).resolve("outgoing");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> its =
          files
              .filter(file -> isOf(file.getFileName().toString(), name))
              .sorted(Comparator.comparing(file -> !file.toString().endsWith(".ok")))
              .toList();
      for (Path file : its) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of " + agency + " cannot be written", e);
    }
  }

  private static boolean isOf(String file, String name) {
    return file.startsWith(name + ".") || file.startsWith(name + "-R");
  }

  private Path folder(String agency) throws IOException {
    Path folder = root.resolve(agency).resolve("outgoing");
    Files.createDirectories(folder, mode("rwx------"));
    return folder;
  }

  private static void appear(Path folder, String name, byte[] content) throws IOException {
    Path part = folder.resolve(name + ".part");
    Files.deleteIfExists(part);
    Set<OpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(part, fresh, mode("rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        part,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    if (POSIX) {
      try (FileChannel entries = FileChannel.open(folder)) {
        entries.force(true);
      }
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}

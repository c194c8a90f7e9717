package jp.renkei.inquiry.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.protection.WholeFile;

/**
 * The folder in which an agency's vendor finds what is for him: {@code <agency>/outgoing}, open to
 * the hub's own user only. A set of files is whole when its end file {@code <name>.ok} is there,
 * which names each file with its records and SHA-256. Every file appears whole, by its name; a set
 * that is whole is not written again.
 */
final class OutgoingFolder {

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
        WholeFile.appear(folder, whole, out -> out.write(file.getValue()));
        end.append(whole + ",1," + sha256(file.getValue()) + "\r\n");
      }
      byte[] last = end.toString().getBytes(StandardCharsets.US_ASCII);
      WholeFile.appear(folder, name + ".ok", out -> out.write(last));
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
    return WholeFile.folder(folder);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package jp.renkei.protection;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes files for partners so that each appears whole, by its name, and is on the disk when it
 * does; open to the hub's own user only. A link that lies in the way is replaced, not followed.
 */
public final class WholeFile {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private WholeFile() {}

  /** Writes what is in the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Makes a folder where there is none. */
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, mode("rwx------"));
  }

  /** Writes a file, over an earlier one of its name. */
  public static void appear(Path folder, String name, Content content) throws IOException {
    Path part = folder.resolve(name + ".part");
    Files.deleteIfExists(part);
    Set<OpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(part, fresh, mode("rw-------"))) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
    Files.move(
        part,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    force(folder);
  }

  /** Makes what appeared in a folder, moved or went survive a power cut. */
  public static void force(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel entries = FileChannel.open(folder)) {
        entries.force(true);
      }
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

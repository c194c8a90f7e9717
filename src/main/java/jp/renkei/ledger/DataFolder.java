package jp.renkei.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import jp.renkei.problem.StartRefused;

/**
 * The folder that holds all state of a node. One process at a time owns it: the lock lies with the
 * operating system, so a killed process never leaves it behind.
 */
public final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel lock;
  private final String node;

  /**
   * Creates the folder where it is missing and takes its lock.
   *
   * @param newNode the id of a node that has none yet
   * @throws StartRefused where another process owns it
   */
  public DataFolder(Path path, String newNode) {
    this.path = path;
    try {
      Files.createDirectories(path);
      this.lock = lock(path);
      Path id = path.resolve("node");
      if (!Files.exists(id)) {
        Files.writeString(id, newNode);
      }
      this.node = Files.readString(id).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + path + " cannot be used", e);
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // this very process has it: refused like any other
    }
    channel.close();
    throw new StartRefused(
        "Another hub is running on the data folder " + path.toAbsolutePath(),
        "Stop it, or name another folder in RENKEI_DATA");
  }

  public Path path() {
    return path;
  }

  /** The node's id, the same at every start on this folder. */
  public String node() {
    return node;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}

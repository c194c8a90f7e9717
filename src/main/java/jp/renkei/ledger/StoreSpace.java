package jp.renkei.ledger;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is where a folder lies. */
@FunctionalInterface
public interface StoreSpace {

  /** The operating system's own answer. */
  StoreSpace REAL =
      folder -> {
        FileStore store = Files.getFileStore(folder);
        return new Space(store.getUsableSpace(), store.getTotalSpace());
      };

  /** The room of the store that a folder lies on. */
  Space of(Path folder) throws IOException;

  /**
   * Room in bytes.
   *
   * @param free what may still be written
   * @param whole how large the store is
   */
  record Space(long free, long whole) {}
}

package jp.renkei.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** An empty ledger on H2 to copy, which is quicker than to migrate one for each test. */
final class EmptyLedger {

  private static final String FILE = "ledger.mv.db";

  private static byte[] content;

  private EmptyLedger() {}

  /** Puts one into a folder that has none. */
  static void copyTo(Path folder) throws Exception {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      Files.write(file, content());
    }
  }

  private static synchronized byte[] content() throws Exception {
    if (content == null) {
      Path folder = Files.createTempDirectory("renkei-ledger");
      new LedgerFixture(LedgerFixture.h2(folder), "renkei", "").close();
      content = Files.readAllBytes(folder.resolve(FILE));
      FileSystemUtils.deleteRecursively(folder);
    }
    return content;
  }
}

package jp.renkei.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2RetentionIT extends RetentionContract {

  @TempDir Path folder;

  @Override
  LedgerFixture open() throws Exception {
    return LedgerFixture.onH2(folder);
  }
}

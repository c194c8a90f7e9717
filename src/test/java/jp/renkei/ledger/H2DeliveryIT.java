package jp.renkei.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2DeliveryIT extends DeliveryContract {

  @TempDir Path folder;

  @Override
  LedgerFixture open() throws Exception {
    return LedgerFixture.onH2(folder);
  }
}

package jp.renkei.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2QuestionIT extends QuestionContract {

  @TempDir Path folder;

  @Override
  LedgerFixture open() throws Exception {
    return LedgerFixture.onH2(folder);
  }
}

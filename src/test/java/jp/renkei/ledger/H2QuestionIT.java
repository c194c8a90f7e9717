package jp.renkei.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2QuestionIT extends QuestionContract {

  @TempDir Path folder;

  @Override
  LedgerFixture open() throws Exception {
    return new LedgerFixture(
        "jdbc:h2:file:" + folder.resolve("ledger") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
        "renkei",
        "");
  }
}

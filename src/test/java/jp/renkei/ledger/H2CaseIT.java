package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2CaseIT extends CaseContract {

  @TempDir Path folder;

  @Override
  LedgerFixture open() throws Exception {
    return LedgerFixture.onH2(folder);
  }

  /** It grows with the group, and not with the cases there are. */
  @Test
  void lockingReadsNoOtherCase() throws Exception {
    for (int i = 0; i < 500; i++) {
      ledger
          .jdbc
          .sql(
              "insert into inquiry_case (caller, case_id, opened_at, open_inquiries)"
                  + " values ('nhi', ?, current_timestamp, 0)")
          .param("c-" + i)
          .update();
    }
    try (Connection connection = ledger.pool.getConnection();
        PreparedStatement explain =
            connection.prepareStatement("explain analyze " + LockedCases.LOCK)) {
      explain.setArray(1, connection.createArrayOf("varchar", new Object[] {"c-7", "c-300"}));
      try (ResultSet plan = explain.executeQuery()) {
        assertThat(plan.next()).isTrue();
        assertThat(plan.getString(1)).containsPattern("scanCount: [1-4] ");
      }
    }
  }
}

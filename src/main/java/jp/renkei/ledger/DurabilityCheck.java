package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jp.renkei.problem.StartRefused;

/**
 * Asks a PostgreSQL whether it keeps what it has committed. One that is set for speed acknowledges
 * commits that a crash takes back: what the hub has accepted would be lost without a trace.
 */
final class DurabilityCheck {

  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private DurabilityCheck() {}

  /**
   * Checks.
   *
   * @throws StartRefused where a setting is off, naming all that are
   */
  static void of(DataSource dataSource) throws SQLException {
    List<String> off = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : MUST_BE_ON) {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
          row.next();
          if ("off".equals(row.getString(1))) {
            off.add(setting);
          }
        }
      }
    }
    if (!off.isEmpty()) {
      throw new StartRefused(
          "The database may forget what it has committed: off is " + String.join(", ", off),
          "Turn it on in the database's configuration, or for the hub's own user with ALTER ROLE"
              + " … SET synchronous_commit = on");
    }
  }
}

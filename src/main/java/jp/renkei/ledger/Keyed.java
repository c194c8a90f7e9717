package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The rows of an answer that was keyed in, of an inquiry whose row the transaction holds. */
final class Keyed {

  private Keyed() {}

  /** Whether the inquiry has no outcome yet. */
  static boolean isOpen(Connection connection, String inquiryId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from inquiry where id = ? and outcome is null")) {
      Sql.bind(select, inquiryId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Takes away what was kept until its confirmation. */
  static void remove(Connection connection, String inquiryId) throws SQLException {
    change(connection, "delete from payload where inquiry_id = ? and part = 'KEYED'", inquiryId);
  }

  static int change(Connection connection, String sql, Object... values) throws SQLException {
    return Sql.each(connection, sql, List.<Object[]>of(values))[0];
  }
}

package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The few conversions that H2 and PostgreSQL share. */
final class Sql {

  private Sql() {}

  /** To the microsecond below, as memory shows it; the databases would round. */
  static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Outcome outcome(ResultSet row, String column) throws SQLException {
    String outcome = row.getString(column);
    return outcome == null ? null : Outcome.valueOf(outcome);
  }

  static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Holds an inquiry's row until the transaction ends: whoever comes second sees what was done. */
  static void lockInquiry(Connection connection, String id) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select id from inquiry where id = ? for update")) {
      bind(lock, id);
      lock.executeQuery().close();
    }
  }

  /** PostgreSQL's price is by the statement; H2, in this process, has hardly any. */
  static boolean isPostgres(Connection connection) throws SQLException {
    return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
  }

  /** Runs the statement once for each row of values; the counts are in the same order. */
  static int[] each(Connection connection, String sql, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }
}

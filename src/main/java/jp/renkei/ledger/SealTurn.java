package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Whose turn it is to seal. The row stays locked until the transaction ends, so that two nodes
 * never seal at a time, whatever their clocks say; the lease lets a node go on without a change of
 * hands, and another take over when it is dead.
 */
final class SealTurn {

  /** How long a turn holds; well below the minute after which the intake stops. */
  static final Duration LEASE = Duration.ofSeconds(10);

  private SealTurn() {}

  /**
   * Takes the turn or keeps it; false where another node has it.
   *
   * @param node the data folder's id: a node that starts again goes on at once
   */
  static boolean take(Connection connection, String node, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update seal_turn set held_by = ?, held_until = ?
            where id = 1 and (held_by is null or held_by = ? or held_until <= ?)""")) {
      Sql.bind(update, node, Sql.at(now.plus(LEASE)), node, Sql.at(now));
      return update.executeUpdate() == 1;
    }
  }

  /** Up to which id nothing is looked for any more. */
  static long swept(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("select swept from seal_turn where id = 1");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static void swept(Connection connection, long to) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update seal_turn set swept = ? where id = 1 and swept < ?")) {
      Sql.bind(update, to, to);
      update.executeUpdate();
    }
  }
}

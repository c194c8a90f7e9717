package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The rows of an answer that was keyed in, of an inquiry whose row the transaction holds. */
final class Keyed {

  private static final String STANDING =
      """
      select i.outcome, p.part from inquiry i
        left join payload p on p.inquiry_id = i.id and p.part = 'REQUEST'
      where i.id = ?""";

  /** What an answer that was keyed in finds. */
  enum Standing {
    /** It has no outcome yet. */
    OPEN,
    /** It has ended with an outcome that leaves the matter open; it may still be answered. */
    LEFT_OPEN,
    /** It has no outcome yet, and only its agency answers it until it has one. */
    STILL_ASKED,
    /** It has ended, and the matter with it. */
    ENDED,
    /** It could be answered, but what was asked is no longer kept. */
    PURGED
  }

  private Keyed() {}

  /**
   * What an answer finds.
   *
   * @param source the document or note that it was taken from, or null for a letter: a letter
   *     brings its answer while the inquiry is open, too
   */
  static Standing standing(Connection connection, String inquiryId, String source)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(STANDING)) {
      Sql.bind(select, inquiryId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? standing(row, source == null) : Standing.ENDED;
      }
    }
  }

  private static Standing standing(ResultSet row, boolean letter) throws SQLException {
    Outcome outcome = Sql.outcome(row, "outcome");
    if (outcome != null && !outcome.leavesOpen()) {
      return Standing.ENDED;
    }
    if (outcome == null && !letter) {
      return Standing.STILL_ASKED;
    }
    if (row.getString("part") == null) {
      return Standing.PURGED;
    }
    return outcome == null ? Standing.OPEN : Standing.LEFT_OPEN;
  }

  /** Whether what was asked is still kept. */
  static boolean isKept(Connection connection, String inquiryId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select 1 from payload where inquiry_id = ? and part = 'REQUEST'")) {
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

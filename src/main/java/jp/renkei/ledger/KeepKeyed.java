package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps an answer that was keyed in, until somebody else confirms it. One that is keyed in anew
 * takes the place of the one before.
 *
 * @param source the document or note that it was taken from, nothing personal; null for a letter,
 *     which has a number of its own
 * @param who the user who keyed it in
 * @param content the answer, sealed
 */
public record KeepKeyed(
    String inquiryId,
    String flow,
    String agency,
    String source,
    String who,
    Instant at,
    byte[] content)
    implements Command<KeepKeyed.Result> {

  /** What became of it. */
  public enum Result {
    /** It waits for its confirmation. */
    KEPT,
    /** The inquiry has ended, and the matter with it. */
    ENDED,
    /** It is open, and is not asked by letter: its agency may still answer. */
    STILL_ASKED,
    /** What was asked is no longer kept. */
    PURGED,
    /** No letter was ever written. */
    NOT_WRITTEN
  }

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Result> run(Connection connection, List<KeepKeyed> commands) throws SQLException {
    List<Result> results = new ArrayList<>();
    for (KeepKeyed command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    Sql.lockInquiry(connection, inquiryId);
    switch (Keyed.standing(connection, inquiryId, source)) {
      case ENDED -> {
        return Result.ENDED;
      }
      case STILL_ASKED -> {
        return Result.STILL_ASKED;
      }
      case PURGED -> {
        return Result.PURGED;
      }
      case OPEN, LEFT_OPEN -> {
        if (source == null && !isWritten(connection)) {
          return Result.NOT_WRITTEN;
        }
      }
    }
    note(connection);
    Keyed.remove(connection, inquiryId);
    Keyed.change(
        connection,
        "insert into payload (inquiry_id, part, content) values (?, 'KEYED', ?)",
        inquiryId,
        content);
    EventRows.insert(
        connection,
        List.of(new Event(inquiryId, flow, agency, at, EventKind.ANSWER_KEYED, who, source)));
    return Result.KEPT;
  }

  /** The transaction holds the inquiry: nobody inserts the row meanwhile. */
  private void note(Connection connection) throws SQLException {
    int noted =
        Keyed.change(
            connection,
            "update keyed_answer set source = ?, keyed = keyed + 1, keyed_by = ?, keyed_at = ? where inquiry_id = ?",
            source,
            who,
            Sql.at(at),
            inquiryId);
    if (noted == 0) {
      Keyed.change(
          connection,
          "insert into keyed_answer (inquiry_id, source, keyed, keyed_by, keyed_at) values (?, ?, 1, ?, ?)",
          inquiryId,
          source,
          who,
          Sql.at(at));
    }
  }

  private boolean isWritten(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from document where inquiry_id = ?")) {
      Sql.bind(select, inquiryId);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}

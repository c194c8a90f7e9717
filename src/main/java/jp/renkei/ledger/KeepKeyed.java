package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps an answer that was keyed in from paper, until somebody else confirms it. One that is keyed
 * in anew takes the place of the one before.
 *
 * @param who the user who keyed it in
 * @param content the answer, sealed
 */
public record KeepKeyed(
    String inquiryId, String flow, String agency, String who, Instant at, byte[] content)
    implements Command<KeepKeyed.Result> {

  /** What became of it. */
  public enum Result {
    /** It waits for its confirmation. */
    KEPT,
    /** The inquiry has ended, and not as EXPIRED. */
    ENDED,
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
    Keyed.Standing standing = Keyed.standing(connection, inquiryId);
    if (standing == Keyed.Standing.ENDED) {
      return Result.ENDED;
    }
    if (standing == Keyed.Standing.PURGED) {
      return Result.PURGED;
    }
    int written =
        Keyed.change(
            connection,
            "update document set keyed = keyed + 1, keyed_by = ? where inquiry_id = ?",
            who,
            inquiryId);
    if (written == 0) {
      return Result.NOT_WRITTEN;
    }
    Keyed.remove(connection, inquiryId);
    Keyed.change(
        connection,
        "insert into payload (inquiry_id, part, content) values (?, 'KEYED', ?)",
        inquiryId,
        content);
    EventRows.insert(
        connection,
        List.of(new Event(inquiryId, flow, agency, at, EventKind.ANSWER_KEYED, who, null)));
    return Result.KEPT;
  }
}

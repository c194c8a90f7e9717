package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what an inquiry carries beyond its retention, by an order (保全). Again, without effect.
 *
 * @param who the user
 * @param reason why, as the user wrote it
 */
public record PlaceHold(
    String inquiryId, String flow, String agency, String who, String reason, Instant at)
    implements Command<PlaceHold.Result> {

  /** What became of it. */
  public enum Result {
    /** It is kept. */
    PLACED,
    /** It was kept before. */
    STANDING,
    /** There is nothing left to keep. */
    PURGED
  }

  private static final String INSERT =
      """
      insert into legal_hold (inquiry_id, since, who, reason) values (?, ?, ?, ?)
      on conflict do nothing""";

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Result> run(Connection connection, List<PlaceHold> commands) throws SQLException {
    List<Result> results = new ArrayList<>();
    for (PlaceHold command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    Sql.lockInquiry(connection, inquiryId);
    if (!Keyed.isKept(connection, inquiryId)) {
      return Result.PURGED;
    }
    if (Keyed.change(connection, INSERT, inquiryId, Sql.at(at), who, reason) == 0) {
      return Result.STANDING;
    }
    EventRows.insert(
        connection,
        List.of(new Event(inquiryId, flow, agency, at, EventKind.LEGAL_HOLD, who, reason)));
    return Result.PLACED;
  }
}

package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes away what an ended inquiry carried and the replies held for it (保存期間満了による消去). The inquiry
 * and its events stay. Without effect where it was reopened or put under a legal hold since it was
 * seen, or carries nothing any more.
 *
 * @param endedBefore it must have ended at or before this
 */
public record Purge(String inquiryId, String flow, String agency, Instant endedBefore, Instant at)
    implements Command<Purge.Result> {

  /**
   * What was taken away.
   *
   * @param parts of what it carried
   * @param replies that were held
   */
  public record Result(int parts, int replies) {

    static final Result NOTHING = new Result(0, 0);
  }

  private static final String OVER =
      """
      select 1 from inquiry i where i.id = ? and i.ended_at <= ?
        and not exists (select 1 from legal_hold h where h.inquiry_id = i.id)""";

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Result> run(Connection connection, List<Purge> commands) throws SQLException {
    List<Result> results = new ArrayList<>();
    for (Purge command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    // a replay that comes at the same time finds all of it or nothing
    Sql.lockInquiry(connection, inquiryId);
    if (!isOver(connection)) {
      return Result.NOTHING;
    }
    int parts = Keyed.change(connection, "delete from payload where inquiry_id = ?", inquiryId);
    if (parts == 0) {
      return Result.NOTHING;
    }
    Keyed.change(connection, "delete from asked where inquiry_id = ?", inquiryId);
    QuestionRows.purge(connection, inquiryId);
    int replies =
        Keyed.change(
            connection,
            "update held_reply set content = null, awaits = null, awaits_key_version = null"
                + " where inquiry_id = ? and content is not null",
            inquiryId);
    String detail = "parts: " + parts + (replies == 0 ? "" : ", held replies: " + replies);
    EventRows.insert(
        connection,
        List.of(new Event(inquiryId, flow, agency, at, EventKind.PURGED, "hub", detail)));
    return new Result(parts, replies);
  }

  private boolean isOver(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OVER)) {
      Sql.bind(select, inquiryId, Sql.at(endedBefore));
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}

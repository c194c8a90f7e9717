package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a legal hold; tells whether there was one. What is over its retention goes at the next turn.
 *
 * @param who the user
 * @param reason why, as the user wrote it
 */
public record LiftHold(
    String inquiryId, String flow, String agency, String who, String reason, Instant at)
    implements Command<Boolean> {

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Boolean> run(Connection connection, List<LiftHold> commands) throws SQLException {
    List<Boolean> results = new ArrayList<>();
    for (LiftHold command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private boolean run(Connection connection) throws SQLException {
    Sql.lockInquiry(connection, inquiryId);
    if (Keyed.change(connection, "delete from legal_hold where inquiry_id = ?", inquiryId) == 0) {
      return false;
    }
    EventRows.insert(
        connection,
        List.of(new Event(inquiryId, flow, agency, at, EventKind.LEGAL_HOLD_LIFTED, who, reason)));
    return true;
  }
}

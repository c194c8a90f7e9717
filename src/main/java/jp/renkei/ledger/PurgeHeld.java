package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes away the content of an agency's held replies that came at or before an instant; the rows,
 * which name nobody, stay. What belongs to an inquiry under a legal hold is left. Tells how many
 * there were.
 */
public record PurgeHeld(String agency, Instant receivedBefore, Instant at)
    implements Command<Integer> {

  private static final String UPDATE =
      """
      update held_reply set content = null, awaits = null, awaits_key_version = null
      where agency = ? and received_at <= ? and content is not null
        and not exists (select 1 from legal_hold h where h.inquiry_id = held_reply.inquiry_id)""";

  @Override
  public String key() {
    return agency;
  }

  static List<Integer> run(Connection connection, List<PurgeHeld> commands) throws SQLException {
    List<Integer> results = new ArrayList<>();
    for (PurgeHeld command : commands) {
      int replies =
          Keyed.change(connection, UPDATE, command.agency, Sql.at(command.receivedBefore));
      if (replies > 0) {
        EventRows.insert(connection, List.of(command.event(replies)));
      }
      results.add(replies);
    }
    return results;
  }

  private Event event(int replies) {
    return new Event(null, null, agency, at, EventKind.PURGED, "hub", "held replies: " + replies);
  }
}

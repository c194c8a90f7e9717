package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * T2: the agency's queue has the message. Without effect where the reply came first (T3 then did
 * it), or where a later attempt is on its way.
 */
public record MarkSent(String inquiryId, String flow, String agency, int attempt, Instant at)
    implements Command<Void> {

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Void> run(Connection connection, List<MarkSent> commands) throws SQLException {
    Sql.each(
        connection,
        """
        update inquiry set came_from = state, state = 'SENT', sent_at = ?
        where id = ? and state = 'ACCEPTED'""",
        commands.stream().map(c -> new Object[] {Sql.at(c.at()), c.inquiryId()}).toList());
    int[] deleted =
        Sql.each(
            connection,
            "delete from dispatch where inquiry_id = ? and what = 'SEND' and attempt = ?",
            commands.stream().map(c -> new Object[] {c.inquiryId(), c.attempt()}).toList());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < deleted.length; i++) {
      if (deleted[i] == 1) {
        events.add(commands.get(i).event());
      }
    }
    EventRows.insert(connection, events);
    return Collections.nCopies(commands.size(), null);
  }

  private Event event() {
    return new Event(inquiryId, flow, agency, at, EventKind.SENT, "hub", "attempt " + attempt);
  }
}

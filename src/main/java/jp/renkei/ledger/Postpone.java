package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Gives a SEND row back after sending failed: due again later, claimed by nobody, the attempt
 * unchanged, because nobody knows whether the broker has the message. Only the first failure in a
 * row is an event: a broker that is away for a day is one piece of news and not a thousand.
 *
 * @param failures how often in a row it has failed now, at least 1
 * @param reason the fault's class, never its content
 */
public record Postpone(
    String inquiryId,
    String flow,
    String agency,
    int attempt,
    int failures,
    Instant at,
    Instant due,
    String reason)
    implements Command<Void> {

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Void> run(Connection connection, List<Postpone> commands) throws SQLException {
    int[] updated =
        Sql.each(
            connection,
            """
            update dispatch set due = ?, failures = ?, claimed_by = null, claimed_until = null
            where inquiry_id = ? and what = 'SEND' and attempt = ?""",
            commands.stream()
                .map(c -> new Object[] {Sql.at(c.due), c.failures, c.inquiryId, c.attempt})
                .toList());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < updated.length; i++) {
      if (updated[i] == 1 && commands.get(i).failures == 1) {
        events.add(commands.get(i).event());
      }
    }
    EventRows.insert(connection, events);
    return Collections.nCopies(commands.size(), null);
  }

  private Event event() {
    return new Event(inquiryId, flow, agency, at, EventKind.SEND_POSTPONED, "hub", reason);
  }
}

package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An answer was asked for: asked for again later, or no more. Only the first failure in a row is an
 * event, as it is with sending.
 *
 * @param failures how often in a row it has failed now, 0 where it did not
 * @param due when to ask again, or null for never
 * @param reason the fault's name, or null
 */
public record Polled(PollWork work, int failures, Instant at, Instant due, String reason)
    implements Command<Void> {

  @Override
  public String key() {
    return work.inquiryId();
  }

  static List<Void> run(Connection connection, List<Polled> commands) throws SQLException {
    Sql.each(
        connection,
        "delete from dispatch where inquiry_id = ? and what = 'POLL'",
        commands.stream()
            .filter(command -> command.due == null)
            .map(command -> new Object[] {command.key()})
            .toList());
    List<Polled> again = commands.stream().filter(command -> command.due != null).toList();
    int[] updated =
        Sql.each(
            connection,
            """
            update dispatch set due = ?, failures = ?, claimed_by = null, claimed_until = null
            where inquiry_id = ? and what = 'POLL'""",
            again.stream().map(c -> new Object[] {Sql.at(c.due), c.failures, c.key()}).toList());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < updated.length; i++) {
      if (updated[i] == 1 && again.get(i).failures == 1) {
        events.add(again.get(i).event());
      }
    }
    EventRows.insert(connection, events);
    return Collections.nCopies(commands.size(), null);
  }

  private Event event() {
    return new Event(
        work.inquiryId(), work.flow(), work.agency(), at, EventKind.POLL_POSTPONED, "hub", reason);
  }
}

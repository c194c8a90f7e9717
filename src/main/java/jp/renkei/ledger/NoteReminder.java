package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Notes that a reminder was written; without effect where it is noted already.
 *
 * @param reminder which one, from 1
 * @param next when another one is due, or null
 */
public record NoteReminder(
    String inquiryId, String flow, String agency, int reminder, Instant at, Instant next)
    implements Command<Void> {

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Void> run(Connection connection, List<NoteReminder> commands) throws SQLException {
    int[] noted =
        Sql.each(
            connection,
            """
            update document set reminders = ?, reminder_due = ?, claimed_by = null,
              claimed_until = null
            where inquiry_id = ? and reminders = ?""",
            commands.stream()
                .map(c -> new Object[] {c.reminder, Sql.at(c.next), c.inquiryId, c.reminder - 1})
                .toList());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < noted.length; i++) {
      if (noted[i] == 1) {
        events.add(commands.get(i).event());
      }
    }
    EventRows.insert(connection, events);
    return Collections.nCopies(commands.size(), null);
  }

  private Event event() {
    return new Event(
        inquiryId, flow, agency, at, EventKind.REMINDED, "hub", "reminder " + reminder);
  }
}

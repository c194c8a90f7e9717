package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * T2: the agency has the message and owes its reply. Without effect where the reply came first (T3
 * then did it), or where a later attempt is on its way.
 *
 * @param accepted when the inquiry was accepted: what is told of its way needs no second look
 * @param at when the agency's queue had it
 */
public record MarkSent(
    String inquiryId, String flow, String agency, int attempt, Instant accepted, Instant at)
    implements Command<MarkSent.Result> {

  /** What became of it. */
  public enum Result {
    /** The inquiry is sent by this. */
    SENT,
    /** It was known before, or another attempt is on its way; this changed nothing. */
    WITHOUT_EFFECT
  }

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Result> run(Connection connection, List<MarkSent> commands) throws SQLException {
    Sql.each(
        connection,
        """
        update inquiry set came_from = state, state = 'SENT', sent_at = ?
        where id = ? and state = 'ACCEPTED'""",
        commands.stream().map(c -> new Object[] {Sql.at(c.at()), c.inquiryId()}).toList());
    int[] awaited =
        Sql.each(
            connection,
            """
            update dispatch set what = 'AWAIT', due = ?, failures = 0, claimed_by = null,
              claimed_until = null
            where inquiry_id = ? and what = 'SEND' and attempt = ?""",
            commands.stream()
                .map(c -> new Object[] {Sql.at(c.at()), c.inquiryId(), c.attempt()})
                .toList());
    List<Event> events = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < awaited.length; i++) {
      if (awaited[i] == 1) {
        events.add(commands.get(i).event());
      }
      results.add(awaited[i] == 1 ? Result.SENT : Result.WITHOUT_EFFECT);
    }
    EventRows.insert(connection, events);
    return results;
  }

  private Event event() {
    return new Event(inquiryId, flow, agency, at, EventKind.SENT, "hub", "attempt " + attempt);
  }
}

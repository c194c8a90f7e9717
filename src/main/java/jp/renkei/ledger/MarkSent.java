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

  private static final UpdateRows SENT =
      new UpdateRows(
          "inquiry",
          "came_from = inquiry.state, state = 'SENT', sent_at = new.at",
          "inquiry.state = 'ACCEPTED'",
          "id",
          "at time, id text");

  private static final UpdateRows AWAITS =
      new UpdateRows(
          "dispatch",
          """
          what = 'AWAIT', due = new.at, failures = 0, claimed_by = null,
          claimed_until = null""",
          "dispatch.what = 'SEND' and dispatch.attempt = new.attempt",
          "inquiry_id",
          "at time, inquiry_id text, attempt integer");

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
    SENT.run(
        connection,
        commands.stream().map(c -> new Object[] {Sql.at(c.at()), c.inquiryId()}).toList());
    int[] awaited =
        AWAITS.run(
            connection,
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

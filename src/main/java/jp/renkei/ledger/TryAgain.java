package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A reply that says "not now": the same bytes go again later, under the next attempt, unless it has
 * been tried often enough.
 *
 * @param answered the attempt that the reply answers, from 1, or 0 where that is not known
 * @param most how often an agency may say so before the inquiry fails
 * @param counts whether this one counts; it does not while the way is known to be broken
 * @param pause how long to wait after so many refusals, from 1
 * @param reason the reply's class
 */
public record TryAgain(
    String inquiryId,
    String flow,
    String agency,
    int answered,
    int most,
    boolean counts,
    IntFunction<Duration> pause,
    Instant at,
    String reason)
    implements Command<TryAgain.Result> {

  /** What became of it. */
  public enum Result {
    /** It goes again later. */
    PLANNED,
    /** It waits for a later attempt already, or for its reply: the same reply came twice. */
    DUPLICATE,
    /** The agency has said so as often as it may. Nothing was changed. */
    EXHAUSTED,
    /** The inquiry has ended. Nothing was changed. */
    ENDED_BEFORE
  }

  private static final String STANDING =
      """
      select i.outcome, i.attempt, d.what, d.due, d.refusals, d.claimed_until
      from inquiry i left join dispatch d on d.inquiry_id = i.id and d.what in ('SEND', 'AWAIT')
      where i.id = ?""";

  private static final String AGAIN =
      """
      insert into dispatch (inquiry_id, what, destination, provider, lane, caller, due, attempt,
        failures, refusals)
      select id, 'SEND', agency, provider, lane, caller, ?, ?, 0, ? from inquiry where id = ?""";

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Result> run(Connection connection, List<TryAgain> commands) throws SQLException {
    List<Result> results = new ArrayList<>();
    for (TryAgain command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    Sql.lockInquiry(connection, inquiryId);
    try (PreparedStatement select = connection.prepareStatement(STANDING)) {
      Sql.bind(select, inquiryId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("An inquiry that a reply was matched with is not there");
        }
        return run(connection, row);
      }
    }
  }

  private Result run(Connection connection, ResultSet standing) throws SQLException {
    if (standing.getString("outcome") != null) {
      return Result.ENDED_BEFORE;
    }
    boolean unsent = "SEND".equals(standing.getString("what"));
    boolean answeredBefore = answered > 0 && answered < standing.getInt("attempt");
    if (answeredBefore || unsent && standing.getInt("refusals") > 0 && waits(standing)) {
      EventRows.insert(connection, List.of(event(EventKind.REPLY_DUPLICATE, null)));
      return Result.DUPLICATE;
    }
    int refusals = standing.getInt("refusals") + (counts ? 1 : 0);
    if (refusals >= most) {
      return Result.EXHAUSTED;
    }
    int attempt = standing.getInt("attempt") + 1;
    Instant due = at.plus(pause.apply(Math.max(refusals, 1)));
    SendRows.delete(connection, List.of(inquiryId));
    Sql.each(
        connection,
        "delete from dispatch where inquiry_id = ? and what = 'POLL'",
        List.<Object[]>of(new Object[] {inquiryId}));
    Sql.each(
        connection,
        AGAIN,
        List.<Object[]>of(new Object[] {Sql.at(due), attempt, Math.max(refusals, 1), inquiryId}));
    Sql.each(
        connection,
        "update inquiry set attempt = ? where id = ?",
        List.<Object[]>of(new Object[] {attempt, inquiryId}));
    List<Event> events = new ArrayList<>();
    if (unsent) {
      events.add(SendRows.sentByReply(inquiryId, flow, agency, at));
      markSent(connection);
    }
    events.add(event(EventKind.RETRY_PLANNED, reason + ", attempt " + attempt));
    EventRows.insert(connection, events);
    return Result.PLANNED;
  }

  private boolean waits(ResultSet standing) throws SQLException {
    return Sql.instant(standing, "claimed_until") == null
        && Sql.instant(standing, "due").isAfter(at);
  }

  private void markSent(Connection connection) throws SQLException {
    Sql.each(
        connection,
        """
        update inquiry set came_from = state, state = 'SENT', sent_at = ?
        where id = ? and state = 'ACCEPTED'""",
        List.<Object[]>of(new Object[] {Sql.at(at), inquiryId}));
  }

  private Event event(EventKind kind, String detail) {
    return new Event(inquiryId, flow, agency, at, kind, agency, detail);
  }
}

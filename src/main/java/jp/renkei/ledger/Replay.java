package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sends a failed inquiry once more, under the same number and with the same bytes: it is open again
 * until it ends. A deadline that is over begins anew, as long as it was.
 *
 * @param caseKey the case that the inquiry belongs to, or null
 * @param due when it goes
 * @param who the user who asked for it
 * @param reason why, as the user wrote it
 */
public record Replay(
    String inquiryId, CaseKey caseKey, Instant at, Instant due, String who, String reason)
    implements Command<Replay.Result> {

  /** What became of it. */
  public enum Result {
    /** It goes again. */
    REPLAYED,
    /** It did not fail, or has been replayed. */
    NOT_FAILED,
    /** Its message is no longer kept. */
    PURGED
  }

  private static final String STANDING =
      """
      select i.flow, i.agency, i.outcome, i.accepted_at, i.deadline, i.attempt, p.part
      from inquiry i left join payload p on p.inquiry_id = i.id and p.part = 'MESSAGE'
      where i.id = ?""";

  private static final String REOPEN =
      """
      update inquiry set came_from = state, state = 'ACCEPTED', outcome = null, failure = null,
        ended_at = null, reply_key_version = null, reply_fingerprint = null, attempt = ?,
        deadline = ?
      where id = ? and outcome = 'FAILED'""";

  private static final String SEND =
      """
      insert into dispatch (inquiry_id, what, destination, provider, lane, caller, due, attempt,
        failures)
      select id, 'SEND', agency, provider, lane, caller, ?, attempt, 0 from inquiry where id = ?""";

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Result> run(Connection connection, List<Replay> commands) throws SQLException {
    List<Result> results = new ArrayList<>();
    for (Replay command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private Result run(Connection connection) throws SQLException {
    // two operators who press at once, on two nodes, are one replay
    Sql.lockInquiry(connection, inquiryId);
    try (PreparedStatement select = connection.prepareStatement(STANDING)) {
      Sql.bind(select, inquiryId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || !Outcome.FAILED.name().equals(row.getString("outcome"))) {
          return Result.NOT_FAILED;
        }
        if (row.getString("part") == null) {
          return Result.PURGED;
        }
        reopen(connection, row);
        return Result.REPLAYED;
      }
    }
  }

  private void reopen(Connection connection, ResultSet row) throws SQLException {
    Instant deadline = Sql.instant(row, "deadline");
    if (!deadline.isAfter(due)) {
      deadline = due.plus(Duration.between(Sql.instant(row, "accepted_at"), deadline));
    }
    each(connection, REOPEN, row.getInt("attempt") + 1, Sql.at(deadline));
    AcceptBatch.OPEN.run(
        connection,
        List.<Object[]>of(
            new Object[] {
              inquiryId,
              row.getString("flow"),
              Sql.at(Sql.instant(row, "accepted_at")),
              Sql.at(deadline)
            }));
    each(connection, "delete from payload where part = 'ANSWER' and inquiry_id = ?");
    each(connection, SEND, Sql.at(due));
    EventRows.insert(
        connection,
        List.of(
            new Event(
                inquiryId,
                row.getString("flow"),
                row.getString("agency"),
                at,
                EventKind.REPLAYED,
                who,
                reason)));
  }

  /** Runs a statement whose last value is the inquiry's id. */
  private void each(Connection connection, String sql, Object... values) throws SQLException {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = inquiryId;
    Sql.each(connection, sql, List.<Object[]>of(all));
  }
}

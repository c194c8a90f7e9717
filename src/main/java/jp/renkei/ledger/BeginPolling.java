package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * T2 of an agency whose answer is asked for: the message is sent, and a POLL row says so in the
 * same transaction. Without effect where T2 is.
 *
 * @param due when to ask for the first time
 * @param location where, or null for the agency's usual place; at most 400 characters
 */
public record BeginPolling(MarkSent sent, Instant due, String location)
    implements Command<MarkSent.Result> {

  private static final String INSERT =
      """
      insert into dispatch (inquiry_id, what, destination, lane, due, attempt, failures, location)
      select id, 'POLL', agency, lane, cast(? as timestamp(6) with time zone), 1, 0, ?
      from inquiry where id = ? and outcome is null
      on conflict do nothing""";

  @Override
  public String key() {
    return sent.key();
  }

  static List<MarkSent.Result> run(Connection connection, List<BeginPolling> commands)
      throws SQLException {
    List<MarkSent.Result> results =
        MarkSent.run(connection, commands.stream().map(BeginPolling::sent).toList());
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i) == MarkSent.Result.SENT) {
        BeginPolling begun = commands.get(i);
        rows.add(new Object[] {Sql.at(begun.due), begun.location, begun.sent.inquiryId()});
      }
    }
    Sql.each(connection, INSERT, rows);
    return results;
  }
}

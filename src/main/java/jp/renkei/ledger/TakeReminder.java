package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the turn to write a document's next reminder; true for one node only, until its claim runs
 * out, and for none where the inquiry has ended since it was seen.
 *
 * @param given how many reminders there were when it was seen
 * @param by the incarnation
 */
public record TakeReminder(String inquiryId, int given, String by, Instant at, Instant until)
    implements Command<Boolean> {

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Boolean> run(Connection connection, List<TakeReminder> commands) throws SQLException {
    int[] taken =
        Sql.each(
            connection,
            """
            update document set claimed_by = ?, claimed_until = ?
            where inquiry_id = ? and reminders = ?
              and (claimed_until is null or claimed_until <= ?)
              and exists (select 1 from inquiry where id = document.inquiry_id and outcome is null)""",
            commands.stream()
                .map(c -> new Object[] {c.by, Sql.at(c.until), c.inquiryId, c.given, Sql.at(c.at)})
                .toList());
    return Arrays.stream(taken).mapToObj(count -> count == 1).toList();
  }
}

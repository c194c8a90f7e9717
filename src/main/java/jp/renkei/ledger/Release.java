package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * Gives a claimed SEND row back that was not sent because its way closed: whoever comes first when
 * it opens may take it. Nothing happened that would be an event.
 *
 * @param claimedBy the incarnation whose claim it is; another's is left alone
 */
public record Release(String inquiryId, int attempt, String claimedBy) implements Command<Void> {

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Void> run(Connection connection, List<Release> commands) throws SQLException {
    Sql.each(
        connection,
        """
        update dispatch set claimed_by = null, claimed_until = null
        where inquiry_id = ? and what = 'SEND' and attempt = ? and claimed_by = ?""",
        commands.stream().map(c -> new Object[] {c.inquiryId, c.attempt, c.claimedBy}).toList());
    return Collections.nCopies(commands.size(), null);
  }
}

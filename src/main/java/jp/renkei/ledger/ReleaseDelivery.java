package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * Gives a claimed delivery back that the broker did not take: whoever comes first may try it again.
 *
 * @param claimedBy the incarnation whose claim it is; another's is left alone
 */
public record ReleaseDelivery(String id, String claimedBy) implements Command<Void> {

  @Override
  public String key() {
    return id;
  }

  static List<Void> run(Connection connection, List<ReleaseDelivery> commands) throws SQLException {
    Sql.each(
        connection,
        """
        update delivery set claimed_by = null, claimed_until = null
        where id = ? and claimed_by = ?""",
        commands.stream().map(c -> new Object[] {c.id, c.claimedBy}).toList());
    return Collections.nCopies(commands.size(), null);
  }
}

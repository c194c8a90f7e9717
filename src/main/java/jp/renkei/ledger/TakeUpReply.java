package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * A held reply that waited for its receipt number has gone its way: it waits no more, and stays as
 * a reply to this inquiry.
 *
 * @param held the held reply's id
 */
public record TakeUpReply(long held, String inquiryId) implements Command<Void> {

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Void> run(Connection connection, List<TakeUpReply> commands) throws SQLException {
    Sql.each(
        connection,
        """
        update held_reply set awaits = null, awaits_key_version = null, inquiry_id = ?
        where id = ?""",
        commands.stream().map(c -> new Object[] {c.inquiryId, c.held}).toList());
    return Collections.nCopies(commands.size(), null);
  }
}

package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes back a question that has not left and is owed no more, because nobody waits for it or it
 * may be kept no longer. Its owner is due to be told it at once, for whoever joined meanwhile;
 * where nobody has, nothing is told.
 */
public record WithdrawDelivery(String id, String questionId, Instant at) implements Command<Void> {

  @Override
  public String key() {
    return questionId;
  }

  static List<Void> run(Connection connection, List<WithdrawDelivery> commands)
      throws SQLException {
    List<Void> done = new ArrayList<>();
    for (WithdrawDelivery command : commands) {
      command.run(connection);
      done.add(null);
    }
    return done;
  }

  private void run(Connection connection) throws SQLException {
    // in the order of whatever promises it
    QuestionRows.lockOpen(connection, questionId);
    if (Keyed.change(connection, "delete from delivery where id = ?", id) == 1) {
      // what was never seen is not told again when it is told
      Keyed.change(
          connection,
          """
          update question set delivery_id = null, tell_at = ?,
            told_at = case when fetched_at is null then null else told_at end
          where id = ? and answered_at is null and (delivery_id is null or delivery_id = ?)""",
          Sql.at(at),
          questionId,
          id);
    }
  }
}

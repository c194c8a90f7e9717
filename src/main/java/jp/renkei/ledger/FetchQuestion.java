package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The owner is about to see a question, or its queue has it: everybody who asked it is sent (T2),
 * and who joins, too.
 */
public record FetchQuestion(String questionId, String flow, String agency, Instant at)
    implements Command<Void> {

  @Override
  public String key() {
    return questionId;
  }

  static List<Void> run(Connection connection, List<FetchQuestion> commands) throws SQLException {
    List<Void> done = new ArrayList<>();
    for (FetchQuestion command : commands) {
      command.run(connection);
      done.add(null);
    }
    return done;
  }

  private void run(Connection connection) throws SQLException {
    if (!QuestionRows.lockOpen(connection, questionId)) {
      return;
    }
    Keyed.change(
        connection,
        "update question set fetched_at = ? where id = ? and fetched_at is null",
        Sql.at(at),
        questionId);
    for (String inquiryId : QuestionRows.openAskers(connection, questionId)) {
      QuestionRows.markSent(connection, inquiryId, flow, agency, at);
    }
  }
}

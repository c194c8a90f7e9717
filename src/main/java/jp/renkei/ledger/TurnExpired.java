package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives an inquiry that has expired the outcome of an answer that came late, where the transaction
 * holds its row and has seen that it is EXPIRED. Nothing of it is due any more.
 */
final class TurnExpired {

  private static final String UPDATE =
      """
      update inquiry set came_from = state, outcome = ?, ended_at = ?
      where id = ? and outcome = 'EXPIRED'""";

  private TurnExpired() {}

  static void run(Connection connection, End end) throws SQLException {
    Keyed.change(connection, UPDATE, end.outcome().name(), Sql.at(end.at()), end.inquiryId());
    Keyed.change(connection, EndBatch.ANSWER, end.inquiryId(), end.answer());
    List<Event> events = new ArrayList<>(end.removedItems());
    events.add(EndBatch.event(end, EventKind.ENDED, end.items().ended(end.outcome())));
    EventRows.insert(connection, events);
  }
}

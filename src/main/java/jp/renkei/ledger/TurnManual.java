package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Gives an inquiry that has ended and left the matter open the outcome of an answer that came late,
 * where the transaction holds its row and has seen that it is so. Nothing of it is due any more.
 */
final class TurnManual {

  private static final String UPDATE =
      """
      update inquiry set came_from = state, outcome = ?, failure = null, ended_at = ?
      where id = ? and state = 'ENDED'""";

  /** What its agency said instead of an answer, such as why it withholds one. */
  private static final String FORMER =
      "delete from payload where inquiry_id = ? and part = 'ANSWER'";

  private TurnManual() {}

  static void run(Connection connection, End end) throws SQLException {
    Keyed.change(connection, UPDATE, end.outcome().name(), Sql.at(end.at()), end.inquiryId());
    Keyed.change(connection, FORMER, end.inquiryId());
    AcceptBatch.PAYLOAD.run(
        connection,
        List.<Object[]>of(new Object[] {end.inquiryId(), Part.ANSWER.name(), end.answer()}));
    DeliveryRows.insert(connection, Collections.singletonList(end.delivery()));
    List<Event> events = new ArrayList<>(end.removedItems());
    events.add(EndBatch.event(end, EventKind.ENDED, end.items().ended(end.outcome())));
    EventRows.insert(connection, events);
  }
}

package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Appends events. */
final class EventRows {

  private static final String INSERT =
      """
      insert into event (inquiry_id, flow, agency, at, what, who, detail)
      values (?, ?, ?, ?, ?, ?, ?)""";

  private EventRows() {}

  static void insert(Connection connection, List<Event> events) throws SQLException {
    Sql.each(
        connection,
        INSERT,
        events.stream()
            .map(
                event ->
                    new Object[] {
                      event.inquiryId(),
                      event.flow(),
                      event.agency(),
                      Sql.at(event.at()),
                      event.what().name(),
                      event.who(),
                      event.detail()
                    })
            .toList());
  }
}

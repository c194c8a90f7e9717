package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Appends events. */
final class EventRows {

  private static final InsertRows INSERT =
      InsertRows.into(
          "event",
          "inquiry_id text, flow text, agency text, at time, what text, who text, detail text");

  private EventRows() {}

  static void insert(Connection connection, List<Event> events) throws SQLException {
    INSERT.run(
        connection,
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

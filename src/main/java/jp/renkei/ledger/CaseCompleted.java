package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** That a case is completed, told in the transaction that completes it, and never again. */
record CaseCompleted(CaseKey caseKey, Instant at) {

  static void tell(Connection connection, CaseNews told, List<CaseCompleted> news)
      throws SQLException {
    EventRows.insert(connection, news.stream().map(CaseCompleted::event).toList());
    DeliveryRows.insert(
        connection,
        news.stream().flatMap(one -> told.completed(one.caseKey(), one.at()).stream()).toList());
  }

  private Event event() {
    return new Event(null, null, null, at, EventKind.CASE_COMPLETED, "hub", caseKey.toString());
  }
}

package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The SEND rows that a reply or an end takes away. */
final class SendRows {

  private SendRows() {}

  static int[] delete(Connection connection, List<String> inquiryIds) throws SQLException {
    return Sql.each(
        connection,
        "delete from dispatch where inquiry_id = ? and what = 'SEND'",
        inquiryIds.stream().map(id -> new Object[] {id}).toList());
  }

  /** The event that T2 would have made: a reply proves that the message was sent. */
  static Event sentByReply(String inquiryId, String flow, String agency, Instant at) {
    return new Event(inquiryId, flow, agency, at, EventKind.SENT, "hub", "known by its reply");
  }
}

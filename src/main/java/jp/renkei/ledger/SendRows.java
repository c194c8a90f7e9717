package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The SEND and AWAIT rows that a reply or an end takes away. */
final class SendRows {

  private SendRows() {}

  /** Takes them away and tells, for each inquiry, 1 where its message was not noted as sent. */
  static int[] delete(Connection connection, List<String> inquiryIds) throws SQLException {
    int[] unsent = delete(connection, "SEND", inquiryIds);
    List<String> others = new ArrayList<>();
    for (int i = 0; i < unsent.length; i++) {
      if (unsent[i] == 0) {
        others.add(inquiryIds.get(i));
      }
    }
    delete(connection, "AWAIT", others);
    return unsent;
  }

  private static int[] delete(Connection connection, String what, List<String> inquiryIds)
      throws SQLException {
    return Sql.each(
        connection,
        "delete from dispatch where inquiry_id = ? and what = ?",
        inquiryIds.stream().map(id -> new Object[] {id, what}).toList());
  }

  /** The event that T2 would have made: a reply proves that the message was sent. */
  static Event sentByReply(String inquiryId, String flow, String agency, Instant at) {
    return new Event(inquiryId, flow, agency, at, EventKind.SENT, "hub", "known by its reply");
  }
}

package jp.renkei.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How an {@link Inquiry} is read: the columns, and the row. */
final class InquiryRows {

  static final String COLUMNS =
      """
      i.id, i.number, i.caller, i.flow, i.agency, i.provider, i.lane, i.case_id, i.state, i.outcome,
      i.failure, i.supersedes, i.repeats, i.by_queue, i.substituted, i.accepted_at, i.deadline,
      i.sent_at, i.ended_at, d.due as unsent_due""";

  static final String TABLES =
      "inquiry i left join dispatch d on d.inquiry_id = i.id and d.what = 'SEND'";

  private InquiryRows() {}

  static Inquiry read(ResultSet row) throws SQLException {
    return new Inquiry(
        row.getString("id"),
        row.getString("number"),
        row.getString("caller"),
        row.getString("flow"),
        row.getString("agency"),
        row.getString("provider"),
        Lane.values()[row.getInt("lane")],
        row.getString("case_id"),
        State.valueOf(row.getString("state")),
        Sql.outcome(row, "outcome"),
        row.getString("failure"),
        row.getString("supersedes"),
        row.getString("repeats"),
        row.getBoolean("by_queue"),
        row.getInt("substituted"),
        Sql.instant(row, "accepted_at"),
        Sql.instant(row, "deadline"),
        Sql.instant(row, "sent_at"),
        Sql.instant(row, "ended_at"),
        Sql.instant(row, "unsent_due"));
  }
}

package jp.renkei.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What the ledger knows of an inquiry's document.
 *
 * @param numbered when it got its number, the day of the letter
 * @param reminders how many reminders were written
 */
public record DocumentRow(
    String inquiryId, DocumentNumber number, Instant numbered, int reminders) {

  static final String SELECT =
      """
      select d.inquiry_id, d.form, d.form_serial, d.numbered_at, d.reminders
      from document d
      """;

  static DocumentRow read(ResultSet row) throws SQLException {
    return new DocumentRow(
        row.getString("inquiry_id"),
        new DocumentNumber(row.getString("form"), row.getLong("form_serial")),
        Sql.instant(row, "numbered_at"),
        row.getInt("reminders"));
  }
}

package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives an inquiry's document its number, once: whoever asks again gets the same.
 *
 * @param form the form's id, 2 to 4 capitals
 * @param reminderDue when the first reminder is due, or null
 */
public record NumberDocument(
    String inquiryId, String flow, String agency, String form, Instant at, Instant reminderDue)
    implements Command<DocumentRow> {

  private static final String INSERT =
      """
      insert into document (inquiry_id, form, numbered_at, reminders, reminder_due)
      values (?, ?, ?, 0, ?)""";

  @Override
  public String key() {
    return inquiryId;
  }

  static List<DocumentRow> run(Connection connection, List<NumberDocument> commands)
      throws SQLException {
    List<DocumentRow> rows = new ArrayList<>();
    for (NumberDocument command : commands) {
      rows.add(command.run(connection));
    }
    return rows;
  }

  private DocumentRow run(Connection connection) throws SQLException {
    Sql.lockInquiry(connection, inquiryId);
    DocumentRow standing = standing(connection);
    if (standing != null) {
      return standing;
    }
    Sql.each(
        connection,
        INSERT,
        List.<Object[]>of(new Object[] {inquiryId, form, Sql.at(at), Sql.at(reminderDue)}));
    DocumentRow fresh = standing(connection);
    EventRows.insert(
        connection,
        List.of(
            new Event(
                inquiryId,
                flow,
                agency,
                at,
                EventKind.DOCUMENT_NUMBERED,
                "hub",
                fresh.number().text())));
    return fresh;
  }

  private DocumentRow standing(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(DocumentRow.SELECT + "where d.inquiry_id = ?")) {
      Sql.bind(select, inquiryId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? DocumentRow.read(row) : null;
      }
    }
  }
}

package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the receipt number that an agency gave to an inquiry, whatever its progress. The first one
 * stays; it ends nothing.
 *
 * @param number 1 to 32 letters, digits and hyphens
 */
public record KeepReceipt(String inquiryId, String flow, String agency, String number, Instant at)
    implements Command<KeepReceipt.Result> {

  /** What became of it. */
  public enum Result {
    /** The inquiry has this number now. */
    KEPT,
    /** It had it before; this changed nothing. */
    KNOWN,
    /** It has another one, which stays. */
    OTHER_NUMBER,
    /** Another inquiry of the agency has this number, and keeps it. */
    OTHER_INQUIRY
  }

  private static final String INSERT =
      """
      insert into receipt (inquiry_id, agency, receipt_number, given_at) values (?, ?, ?, ?)
      on conflict do nothing""";

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Result> run(Connection connection, List<KeepReceipt> commands) throws SQLException {
    int[] inserted = Sql.each(connection, INSERT, commands.stream().map(KeepReceipt::row).toList());
    List<Result> results = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < inserted.length; i++) {
      KeepReceipt command = commands.get(i);
      if (inserted[i] == 1) {
        events.add(command.event());
      }
      results.add(inserted[i] == 1 ? Result.KEPT : command.refusal(connection));
    }
    EventRows.insert(connection, events);
    return results;
  }

  private Result refusal(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select receipt_number from receipt where inquiry_id = ?")) {
      Sql.bind(select, inquiryId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Result.OTHER_INQUIRY;
        }
        return number.equals(row.getString(1)) ? Result.KNOWN : Result.OTHER_NUMBER;
      }
    }
  }

  private Object[] row() {
    return new Object[] {inquiryId, agency, number, Sql.at(at)};
  }

  private Event event() {
    return new Event(inquiryId, flow, agency, at, EventKind.RECEIPT_GIVEN, agency, number);
  }
}

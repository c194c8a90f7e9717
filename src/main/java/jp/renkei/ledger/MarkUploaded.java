package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The agency has a request file: it is never uploaded again and its bytes are needed no more. Its
 * inquiries are noted as sent after this ({@link SentFiles}). Tells whether the file was still this
 * claim's; where another node has claimed it since, that one finds it there and notes it.
 *
 * @param claimedBy the incarnation that uploaded it
 */
record MarkUploaded(BulkFile file, String claimedBy, Instant at) implements Command<Boolean> {

  private static final String UPLOADED =
      """
      update bulk_file set sent_at = ?, content = null, claimed_by = null, claimed_until = null
      where id = ? and sent_at is null and claimed_by = ?""";

  @Override
  public String key() {
    return file.id();
  }

  static List<Boolean> run(Connection connection, List<MarkUploaded> commands) throws SQLException {
    int[] updated =
        Sql.each(
            connection,
            UPLOADED,
            commands.stream()
                .map(c -> new Object[] {Sql.at(c.at), c.file.id(), c.claimedBy})
                .toList());
    List<Event> events = new ArrayList<>();
    List<Boolean> results = new ArrayList<>();
    for (int i = 0; i < updated.length; i++) {
      if (updated[i] == 1) {
        events.add(commands.get(i).event());
      }
      results.add(updated[i] == 1);
    }
    EventRows.insert(connection, events);
    return results;
  }

  private Event event() {
    String detail = file.name() + ", " + file.lines() + " inquiries";
    return new Event(null, null, file.agency(), at, EventKind.BULK_FILE_SENT, "hub", detail);
  }
}

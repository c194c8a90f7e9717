package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Appends an event that changes nothing else, such as a refusal. */
public record Note(Event event) implements Command<Void> {

  @Override
  public String key() {
    return event.inquiryId() == null ? "" : event.inquiryId();
  }

  static List<Void> run(Connection connection, List<Note> commands) throws SQLException {
    EventRows.insert(connection, commands.stream().map(Note::event).toList());
    return Collections.nCopies(commands.size(), null);
  }
}

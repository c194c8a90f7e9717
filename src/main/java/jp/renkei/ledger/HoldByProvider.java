package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** 自動応答不可: the provider's staff must decide. The inquiry stays open until its deadline. */
public record HoldByProvider(String inquiryId, String flow, String agency, Instant at)
    implements Command<Void> {

  @Override
  public String key() {
    return inquiryId;
  }

  static List<Void> run(Connection connection, List<HoldByProvider> commands) throws SQLException {
    int[] updated =
        Sql.each(
            connection,
            """
            update inquiry set came_from = state, state = 'HELD_BY_PROVIDER'
            where id = ? and state in ('ACCEPTED', 'SENT')""",
            commands.stream().map(c -> new Object[] {c.inquiryId()}).toList());
    int[] unsent = SendRows.delete(connection, commands.stream().map(c -> c.inquiryId).toList());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < updated.length; i++) {
      HoldByProvider command = commands.get(i);
      if (unsent[i] == 1) {
        events.add(
            SendRows.sentByReply(command.inquiryId, command.flow, command.agency, command.at));
      }
      if (updated[i] == 1) {
        events.add(command.event());
      }
    }
    EventRows.insert(connection, events);
    return Collections.nCopies(commands.size(), null);
  }

  private Event event() {
    return new Event(inquiryId, flow, agency, at, EventKind.HELD_BY_PROVIDER, agency, null);
  }
}

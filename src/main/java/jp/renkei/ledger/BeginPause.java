package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Begins a pause; tells whether it is new. One that stands already is left as it is: two nodes that
 * find the same path broken raise one alarm.
 */
public record BeginPause(Pause pause) implements Command<Boolean> {

  private static final String INSERT =
      """
      insert into pause (path, agency, provider, cause, since, who, reason, probe_due, probes)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing""";

  @Override
  public String key() {
    return pause.path() + "/" + pause.agency() + "/" + pause.provider();
  }

  static List<Boolean> run(Connection connection, List<BeginPause> commands) throws SQLException {
    int[] inserted = Sql.each(connection, INSERT, commands.stream().map(BeginPause::row).toList());
    List<Boolean> results = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < inserted.length; i++) {
      if (inserted[i] == 1) {
        events.add(commands.get(i).event());
      }
      results.add(inserted[i] == 1);
    }
    EventRows.insert(connection, events);
    return results;
  }

  private Object[] row() {
    return new Object[] {
      pause.path(),
      pause.agency(),
      pause.provider(),
      pause.cause().name(),
      Sql.at(pause.since()),
      pause.who(),
      pause.reason(),
      Sql.at(pause.probeDue()),
      pause.probes()
    };
  }

  private Event event() {
    EventKind kind =
        switch (pause.cause()) {
          case OPERATOR -> EventKind.PAUSED;
          case BROKEN -> EventKind.PATH_BROKEN;
          case STOPPED -> EventKind.PROVIDER_STOPPED;
        };
    return PauseRows.event(pause, kind, pause.since(), pause.who(), pause.reason());
  }
}

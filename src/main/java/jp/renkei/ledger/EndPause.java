package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends a pause; tells whether it stood. While an operator paused an agency the deadlines of what
 * could not leave, what is in a file too, stood still: they move by as long as each waited.
 *
 * @param pause the pause as it was seen
 */
public record EndPause(Pause pause, Instant at, String who, String reason)
    implements Command<Boolean> {

  private static final String DELETE =
      "delete from pause where path = ? and agency = ? and provider = ? and cause = ?";

  /** The conditions on a provider are left out where the whole agency was paused. */
  private static final String LATER =
      """
      update inquiry set
        deadline = deadline
          + (cast(? as timestamp(6) with time zone)
            - greatest(accepted_at, cast(? as timestamp(6) with time zone))),
        open_until = open_until
          + (cast(? as timestamp(6) with time zone)
            - greatest(accepted_at, cast(? as timestamp(6) with time zone)))
      where open_until is not null and id in (
        select inquiry_id from dispatch where destination in (?, ?) and what = 'SEND')""";

  @Override
  public String key() {
    return pause.path() + "/" + pause.agency() + "/" + pause.provider();
  }

  static List<Boolean> run(Connection connection, List<EndPause> commands) throws SQLException {
    List<Boolean> results = new ArrayList<>();
    for (EndPause command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private boolean run(Connection connection) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      Sql.bind(delete, pause.path(), pause.agency(), pause.provider(), pause.cause().name());
      if (delete.executeUpdate() == 0) {
        return false;
      }
    }
    EventKind kind =
        switch (pause.cause()) {
          case OPERATOR -> EventKind.RESUMED;
          case BROKEN -> EventKind.PATH_RESTORED;
          case STOPPED -> EventKind.PROVIDER_RESTORED;
        };
    EventRows.insert(connection, List.of(PauseRows.event(pause, kind, at, who, reason)));
    if (pause.cause() == Pause.Cause.OPERATOR) {
      moveDeadlines(connection);
    }
    return true;
  }

  private void moveDeadlines(Connection connection) throws SQLException {
    boolean whole = pause.provider().isEmpty();
    String sql = whole ? LATER : LATER + " and provider = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      Sql.bind(
          update,
          Sql.at(at),
          Sql.at(pause.since()),
          Sql.at(at),
          Sql.at(pause.since()),
          pause.agency(),
          BulkFiles.destination(pause.agency()));
      if (!whole) {
        update.setString(7, pause.provider());
      }
      update.executeUpdate();
    }
  }
}

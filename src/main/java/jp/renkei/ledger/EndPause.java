package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** The condition on a provider is left out where the whole agency was paused. */
  private static final String LATER =
      """
      update inquiry set
        deadline = deadline
          + (cast(? as timestamp(6) with time zone)
            - greatest(accepted_at, cast(? as timestamp(6) with time zone)))
      where outcome is null and id in (
        select inquiry_id from dispatch where destination in (?, ?) and what = 'SEND'%s)""";

  /** Follows the deadline of whatever it is told of: it is the same for all that is open. */
  private static final String UNTIL =
      """
      update open_inquiry set
        until = (select i.deadline from inquiry i where i.id = open_inquiry.inquiry_id)
      where inquiry_id in (
        select inquiry_id from dispatch where destination in (?, ?)%s)""";

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
    Object[] span = {Sql.at(at), Sql.at(pause.since())};
    run(connection, LATER, span);
    run(connection, UNTIL);
  }

  private void run(Connection connection, String sql, Object... first) throws SQLException {
    boolean whole = pause.provider().isEmpty();
    List<Object> values = new ArrayList<>(Arrays.asList(first));
    values.addAll(List.of(pause.agency(), BulkFiles.destination(pause.agency())));
    if (!whole) {
      values.add(pause.provider());
    }
    try (PreparedStatement update =
        connection.prepareStatement(sql.formatted(whole ? "" : " and provider = ?"))) {
      Sql.bind(update, values.toArray());
      update.executeUpdate();
    }
  }
}

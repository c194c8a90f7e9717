package jp.renkei.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** How a {@link Pause} is read, and what is told of it. */
final class PauseRows {

  static final String SELECT =
      "select path, agency, provider, cause, since, who, reason, probe_due, probes from pause";

  private PauseRows() {}

  static Pause read(ResultSet row) throws SQLException {
    return new Pause(
        row.getString("path"),
        row.getString("agency"),
        row.getString("provider"),
        Pause.Cause.valueOf(row.getString("cause")),
        Sql.instant(row, "since"),
        row.getString("who"),
        row.getString("reason"),
        Sql.instant(row, "probe_due"),
        row.getInt("probes"));
  }

  static Event event(Pause pause, EventKind kind, Instant at, String who, String reason) {
    String what = pause.provider().isEmpty() ? "path " + pause.path() : pause.provider();
    return new Event(
        null,
        null,
        pause.agency().isEmpty() ? null : pause.agency(),
        at,
        kind,
        who,
        pause.agency().isEmpty() || !pause.provider().isEmpty() ? what + ": " + reason : reason);
  }
}

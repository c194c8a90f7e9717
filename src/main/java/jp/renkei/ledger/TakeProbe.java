package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the turn to try whether a path or a provider answers again; true for one node only.
 *
 * @param pause the pause as it was seen
 * @param next when the next try is due, if this one fails
 */
public record TakeProbe(Pause pause, Instant next) implements Command<Boolean> {

  @Override
  public String key() {
    return pause.path() + "/" + pause.agency() + "/" + pause.provider();
  }

  static List<Boolean> run(Connection connection, List<TakeProbe> commands) throws SQLException {
    int[] won =
        Sql.each(
            connection,
            """
            update pause set probe_due = ?, probes = probes + 1
            where path = ? and agency = ? and provider = ? and cause = ? and probes = ?""",
            commands.stream()
                .map(
                    c ->
                        new Object[] {
                          Sql.at(c.next),
                          c.pause.path(),
                          c.pause.agency(),
                          c.pause.provider(),
                          c.pause.cause().name(),
                          c.pause.probes()
                        })
                .toList());
    return Arrays.stream(won).mapToObj(count -> count == 1).toList();
  }
}

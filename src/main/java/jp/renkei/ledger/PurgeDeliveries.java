package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes away what nobody has fetched for as long as it may be kept, with one event for each queue.
 * Tells how many deliveries that were.
 */
public record PurgeDeliveries(Instant at) implements Command<Integer> {

  private static final String OVER =
      "select address, count(*) as deliveries from delivery where keep_until <= ? group by address";

  @Override
  public String key() {
    return "";
  }

  static List<Integer> run(Connection connection, List<PurgeDeliveries> commands)
      throws SQLException {
    List<Integer> results = new ArrayList<>();
    for (PurgeDeliveries command : commands) {
      results.add(command.run(connection));
    }
    return results;
  }

  private int run(Connection connection) throws SQLException {
    Map<String, Integer> over = over(connection);
    if (over.isEmpty()) {
      return 0;
    }
    int purged = Keyed.change(connection, "delete from delivery where keep_until <= ?", Sql.at(at));
    EventRows.insert(
        connection,
        over.entrySet().stream()
            .map(
                queue ->
                    new Event(
                        null,
                        null,
                        null,
                        at,
                        EventKind.DELIVERIES_PURGED,
                        "hub",
                        queue.getKey() + ": " + queue.getValue()))
            .toList());
    return purged;
  }

  private Map<String, Integer> over(Connection connection) throws SQLException {
    Map<String, Integer> over = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(OVER)) {
      Sql.bind(select, Sql.at(at));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          over.put(row.getString("address"), row.getInt("deliveries"));
        }
      }
    }
    return over;
  }
}

package jp.renkei.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** T4: the broker has the delivery. Tells whether it was still owed. */
public record Delivered(String id, String address) implements Command<Boolean> {

  @Override
  public String key() {
    return id;
  }

  static List<Boolean> run(Connection connection, List<Delivered> commands) throws SQLException {
    int[] deleted =
        Sql.each(
            connection,
            "delete from delivery where id = ?",
            commands.stream().map(c -> new Object[] {c.id}).toList());
    return Arrays.stream(deleted).mapToObj(count -> count == 1).toList();
  }
}

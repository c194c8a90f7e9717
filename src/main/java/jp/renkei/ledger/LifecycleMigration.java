package jp.renkei.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Writes {@link Lifecycle} into the database, again whenever it changed. A step that inquiries have
 * taken cannot be removed: the foreign key refuses it.
 */
public final class LifecycleMigration implements JavaMigration {

  @Override
  public MigrationVersion getVersion() {
    return null;
  }

  @Override
  public String getDescription() {
    return "inquiry transitions";
  }

  @Override
  public Integer getChecksum() {
    return Lifecycle.STEPS.stream()
        .map(step -> step.from() + ">" + step.to())
        .collect(Collectors.joining(","))
        .hashCode();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    var connection = context.getConnection();
    Set<String> present = new HashSet<>();
    try (var select =
            connection.prepareStatement("select from_state, to_state from inquiry_transition");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        present.add(rows.getString(1) + ">" + rows.getString(2));
      }
    }
    for (Lifecycle.Step step : Lifecycle.STEPS) {
      if (!present.remove(step.from() + ">" + step.to())) {
        change(
            connection.prepareStatement(
                "insert into inquiry_transition (from_state, to_state) values (?, ?)"),
            step.from(),
            step.to().name());
      }
    }
    for (String gone : present) {
      String[] states = gone.split(">");
      change(
          connection.prepareStatement(
              "delete from inquiry_transition where from_state = ? and to_state = ?"),
          states[0],
          states[1]);
    }
  }

  private static void change(PreparedStatement statement, String from, String to)
      throws SQLException {
    try (statement) {
      statement.setString(1, from);
      statement.setString(2, to);
      statement.executeUpdate();
    }
  }
}

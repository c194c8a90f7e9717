package jp.renkei.ledger;

import java.sql.Statement;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Writes {@link Lifecycle} into the database as a check of every inquiry, again whenever it
 * changed. A step that inquiries have taken cannot be removed: the check refuses them.
 */
public final class LifecycleMigration implements JavaMigration {

  @Override
  public MigrationVersion getVersion() {
    return null;
  }

  @Override
  public String getDescription() {
    return "inquiry steps";
  }

  @Override
  public Integer getChecksum() {
    return steps().hashCode();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("alter table inquiry drop constraint if exists inquiry_step");
      statement.execute(
          "alter table inquiry add constraint inquiry_step check ((came_from, state) in ("
              + steps()
              + "))");
    }
  }

  private static String steps() {
    return Lifecycle.STEPS.stream()
        .map(step -> "('%s', '%s')".formatted(step.from(), step.to()))
        .collect(Collectors.joining(", "));
  }
}

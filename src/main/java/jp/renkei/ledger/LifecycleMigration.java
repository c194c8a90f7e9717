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
    // by which Flyway knows it: a ledger that has run it under this name opens under no other
    return "inquiry transitions";
  }

  @Override
  public Integer getChecksum() {
    return check().hashCode();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws Exception {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("alter table inquiry drop constraint if exists inquiry_step");
      statement.execute("alter table inquiry add constraint inquiry_step check (" + check() + ")");
    }
  }

  private static String check() {
    return Lifecycle.STEPS.stream()
        .map(LifecycleMigration::check)
        .collect(Collectors.joining(" or "));
  }

  private static String check(Lifecycle.Step step) {
    String states = "came_from = '%s' and state = '%s'".formatted(step.from(), step.to());
    return step.only() == null ? states : states + " and outcome = '" + step.only() + "'";
  }
}

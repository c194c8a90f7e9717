package jp.renkei.ledger;

import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * As one list of steps: PostgreSQL reads a check anew for each statement, and a comparison for
   * each step took it longer than to write the row.
   */
  private static String check() {
    return Stream.concat(
            Stream.of(isOneOf("came_from || '>' || state", steps(step -> step.only() == null))),
            Lifecycle.STEPS.stream()
                .filter(step -> step.only() != null)
                .map(
                    step ->
                        isOneOf(
                            "came_from || '>' || state || '>' || coalesce(outcome, '')",
                            List.of(step))))
        .collect(Collectors.joining(" or "));
  }

  private static List<Lifecycle.Step> steps(Predicate<Lifecycle.Step> which) {
    return Lifecycle.STEPS.stream().filter(which).toList();
  }

  private static String isOneOf(String step, List<Lifecycle.Step> steps) {
    return steps.stream()
        .map(LifecycleMigration::text)
        .collect(Collectors.joining("|", "position('|' || " + step + " || '|' in '|", "|') > 0"));
  }

  private static String text(Lifecycle.Step step) {
    String states = step.from() + ">" + step.to();
    return step.only() == null ? states : states + ">" + step.only();
  }
}

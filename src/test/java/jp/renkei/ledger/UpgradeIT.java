package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that an earlier hub wrote opens, and what was accepted there still ends. */
class UpgradeIT {

  private static final String ID = "01JD8Z2M5K0000000000000000";

  @TempDir Path folder;

  @Test
  void onH2() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("ledger") + LedgerFixture.H2_OPTIONS;
    opens(url, "renkei", "");
  }

  @Test
  void onPostgres() throws Exception {
    try (EmbeddedPostgres server = PostgresServer.builder().start()) {
      opens(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }
  }

  private static void opens(String url, String user, String password) throws Exception {
    Flyway.configure()
        .dataSource(url, user, password)
        .target("14")
        .javaMigrations(new StepsAsRows())
        .load()
        .migrate();
    acceptAsThen(url, user, password);

    try (LedgerFixture ledger = new LedgerFixture(url, user, password)) {
      Inquiry accepted = ledger.reader.inquiry(ID).orElseThrow();
      assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
      assertThat(ledger.reader.due(accepted.deadline(), List.of(), 2))
          .as("what was open ends at its deadline")
          .extracting(Inquiry::id)
          .containsExactly(ID);
      assertThat(new KeyedAnswers(ledger.jdbc, ledger.gate).of(ID))
          .as("what waits for its confirmation still does")
          .contains(new KeyedAnswer(ID, null, 2, "operator", null, null));
      LedgerFixture.done(
          ledger.writer.submit(
              new End(
                  ID,
                  accepted.flow(),
                  accepted.agency(),
                  accepted.caseKey(),
                  Outcome.ANSWERED,
                  null,
                  accepted.accepted(),
                  null,
                  ledger.clock.instant(),
                  ledger.reply("reply"),
                  new byte[] {4},
                  GivenItems.NONE,
                  "mhlw")));
      assertThat(ledger.reader.inquiry(ID).orElseThrow().outcome()).isEqualTo(Outcome.ANSWERED);
      assertThat(completedWhenSealed(ledger, accepted.caseKey())).isTrue();
    }
  }

  /** What was open in a case then has ended: nothing is left in it. */
  private static boolean completedWhenSealed(LedgerFixture ledger, CaseKey key) {
    LedgerFixture.done(
        ledger.writer.submit(new DeclareCase(key, Set.of(), true, ledger.clock.instant(), "nhi")));
    return ledger.cases().find(key, 1).orElseThrow().completed() != null;
  }

  private static void acceptAsThen(String url, String user, String password) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      for (String sql :
          List.of(
              """
              insert into inquiry (id, number, caller, flow, agency, lane, case_id, environment,
                subject_key_version, subject_hash, idempotency_key_version, idempotency_hash,
                fingerprint_key_version, fingerprint, came_from, state, accepted_at, deadline,
                open_until)
              values (?, 'R-1', 'nhi', 'assessment.mhlw-employment', 'mhlw', 0, 'c-1', 'test', 1, 's', 1,
                'k', 1, 'f', 'NEW', 'ACCEPTED', current_timestamp, current_timestamp,
                current_timestamp)""",
              "insert into payload (inquiry_id, part, content) values (?, 'MESSAGE', '')",
              """
              insert into dispatch (inquiry_id, what, destination, lane, due, attempt, failures)
              values (?, 'SEND', 'mhlw', 0, current_timestamp, 1, 0)""",
              """
              insert into document (inquiry_id, form, numbered_at, reminders, keyed, keyed_by)
              values (?, 'SIN', current_timestamp, 0, 2, 'operator')""")) {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
          insert.setString(1, ID);
          insert.executeUpdate();
        }
      }
    }
  }

  /** The repeatable migration as it was when the allowed steps were rows. */
  private static final class StepsAsRows implements JavaMigration {

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
      return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
      return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
      try (PreparedStatement insert =
          context
              .getConnection()
              .prepareStatement("insert into inquiry_transition values ('NEW', 'ACCEPTED')")) {
        insert.executeUpdate();
      }
    }
  }
}

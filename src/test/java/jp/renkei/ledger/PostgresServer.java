package jp.renkei.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL that keeps what it commits, for the ledgers of a test class: copies of an empty one,
 * which is quicker than to migrate one for each test.
 */
final class PostgresServer implements AutoCloseable {

  private static final String EMPTY = "empty";

  private final AtomicInteger number = new AtomicInteger();
  private final EmbeddedPostgres server;

  PostgresServer() throws Exception {
    server =
        builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    JdbcClient.create(dataSource()).sql("create database " + EMPTY).update();
    fixture(EMPTY).close();
  }

  /** A server that is waited for, also where much else runs. */
  static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2));
  }

  /** A ledger on a database of its own. */
  LedgerFixture ledger() throws Exception {
    String database = "ledger" + number.incrementAndGet();
    JdbcClient.create(dataSource())
        .sql("create database " + database + " template " + EMPTY)
        .update();
    return fixture(database);
  }

  private LedgerFixture fixture(String database) throws Exception {
    return new LedgerFixture(url(database), "postgres", "postgres");
  }

  DataSource dataSource() {
    return server.getPostgresDatabase();
  }

  String url(String database) {
    return server.getJdbcUrl("postgres", database);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

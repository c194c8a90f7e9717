package jp.renkei.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that keeps what it commits, for the ledgers of a test class. */
final class PostgresServer implements AutoCloseable {

  private final AtomicInteger number = new AtomicInteger();
  private final EmbeddedPostgres server;

  PostgresServer() throws Exception {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
  }

  /** A ledger on a database of its own. */
  LedgerFixture ledger() throws Exception {
    String database = "ledger" + number.incrementAndGet();
    JdbcClient.create(dataSource()).sql("create database " + database).update();
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

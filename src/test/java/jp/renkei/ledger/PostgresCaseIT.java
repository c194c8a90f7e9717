package jp.renkei.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresCaseIT extends CaseContract {

  private static final AtomicInteger number = new AtomicInteger();
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Override
  LedgerFixture open() throws Exception {
    String database = "cases" + number.incrementAndGet();
    JdbcClient.create(server.getPostgresDatabase()).sql("create database " + database).update();
    return new LedgerFixture(server.getJdbcUrl("postgres", database), "postgres", "postgres");
  }
}

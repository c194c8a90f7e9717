package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresLedgerIT extends LedgerContract {

  private static final AtomicInteger number = new AtomicInteger();
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Override
  LedgerFixture open() throws Exception {
    String database = "ledger" + number.incrementAndGet();
    JdbcClient.create(server.getPostgresDatabase()).sql("create database " + database).update();
    return new LedgerFixture(server.getJdbcUrl("postgres", database), "postgres", "postgres");
  }

  @Test
  void aDatabaseThatMayForgetIsRefused() {
    PGSimpleDataSource forgetful = new PGSimpleDataSource();
    forgetful.setUrl(server.getJdbcUrl("postgres", "postgres"));
    forgetful.setOptions("-c synchronous_commit=off");

    assertThatThrownBy(() -> DurabilityCheck.of(forgetful))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("synchronous_commit");
  }

  @Test
  void aDatabaseThatKeepsItsCommitsIsNot() {
    assertThatCode(() -> DurabilityCheck.of(server.getPostgresDatabase()))
        .doesNotThrowAnyException();
  }
}

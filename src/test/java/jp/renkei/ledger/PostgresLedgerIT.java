package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.renkei.problem.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresLedgerIT extends LedgerContract {

  private static PostgresServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new PostgresServer();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Override
  LedgerFixture open() throws Exception {
    return server.ledger();
  }

  @Test
  void aDatabaseThatMayForgetIsRefused() {
    PGSimpleDataSource forgetful = new PGSimpleDataSource();
    forgetful.setUrl(server.url("postgres"));
    forgetful.setOptions("-c synchronous_commit=off");

    assertThatThrownBy(() -> DurabilityCheck.of(forgetful))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("synchronous_commit");
  }

  @Test
  void aDatabaseThatKeepsItsCommitsIsNot() {
    assertThatCode(() -> DurabilityCheck.of(server.dataSource())).doesNotThrowAnyException();
  }
}

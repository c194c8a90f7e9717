package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
  void twoNodesAcceptOneOfThoseThatComeAtOnceWhileOnlyOneHasPromoted() throws Exception {
    try (LedgerWriter other = ledger.writer(ledger.pool)) {
      List<CompletableFuture<Acceptance>> all = new ArrayList<>();
      for (int key = 0; key < 300; key++) {
        all.add(ledger.writer.submit(new Accept(rotating(key, false), null, null)));
        all.add(other.submit(new Accept(rotating(key, true), null, null)));
      }

      List<Acceptance> told = all.stream().map(LedgerFixture::done).toList();

      assertThat(told).filteredOn(Acceptance::fresh).hasSize(300);
      assertThat(told).allMatch(Acceptance::sameBody);
      assertThat(ledger.count("inquiry")).isEqualTo(300);
      assertThat(ledger.count("resend_guard")).isZero();
    }
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

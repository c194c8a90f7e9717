package jp.renkei.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class H2DispatchIT extends DispatchContract {

  /** What H2 says of a plan that it has run, for each table. */
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  @TempDir Path folder;

  @Override
  LedgerFixture open() throws Exception {
    return LedgerFixture.onH2(folder);
  }

  /** A backlog of a million would else be read again for each handful that is claimed. */
  @Test
  void whatIsNotClaimedIsNotRead() {
    for (int i = 0; i < 300; i++) {
      ledger.accept(inquiry(i % 2 == 0 ? "nhi" : "tax", Lane.BULK, null));
    }
    Claims.Query all = new Claims.Query(LedgerFixture.AGENCY, Lane.BULK);

    assertThat(scanned(all)).isBetween(3L, 100L);
    assertThat(scanned(all.caller("tax"))).isBetween(3L, 100L);
  }

  /** Else each second would cost more, the longer the hub has run. */
  @Test
  void whatHasEndedIsNotReadForDeadlines() {
    for (int i = 0; i < 200; i++) {
      ledger.endedBy(Outcome.NO_DATA, "reply");
    }
    ledger.accepted();
    ledger.clock.pass(Duration.ofDays(400));

    assertThat(
            scanned(
                ledger.jdbc.sql("explain analyze " + LedgerReader.DUE).param("but", List.of(""))))
        .isBetween(1L, 20L);
  }

  private long scanned(Claims.Query query) {
    return scanned(
        ledger
            .jdbc
            .sql("explain analyze " + query.due())
            .param("agency", query.agency())
            .param("lane", query.lane().ordinal())
            .param("caller", query.caller()));
  }

  private long scanned(JdbcClient.StatementSpec explained) {
    String plan =
        explained
            .param("now", Sql.at(ledger.clock.instant()))
            .param("limit", 10)
            .query(String.class)
            .single();
    return SCANNED.matcher(plan).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
  }
}

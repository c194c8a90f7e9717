package jp.renkei.ledger;

import java.util.List;
import jp.renkei.protection.evidence.CheckChain;
import jp.renkei.protection.evidence.Findings;
import jp.renkei.protection.evidence.HeadFile;
import jp.renkei.protection.evidence.Heads;
import jp.renkei.protection.evidence.SealFault;
import jp.renkei.protection.evidence.SealFault.Kind;
import jp.renkei.protection.evidence.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Verifies all evidence in the ledger: reads every event and every block once, and holds them
 * against the heads that this node kept.
 */
public final class VerifyEvents {

  private final JdbcClient jdbc;
  private final SealedChain chain;
  private final HeadFile file;

  VerifyEvents(JdbcClient jdbc, SealedChain chain, HeadFile file) {
    this.jdbc = jdbc;
    this.chain = chain;
    this.file = file;
  }

  /** Takes minutes where there are many millions of events. */
  public Verification verify() {
    Heads heads = file.read();
    Findings findings = new Findings();
    CheckChain check = new CheckChain(1, heads, findings);
    chain.show(1, check);
    check.end();
    neverSealed().forEach(id -> findings.accept(new SealFault(Kind.EVENT_ADDED, null, null, id)));
    return Verification.of(check, heads, findings);
  }

  /** Events with an old id that the sealer never saw: they were put in afterwards. */
  private List<Long> neverSealed() {
    return jdbc.sql(
            """
            select e.id from event e where e.id <= (select swept from seal_turn where id = 1)
              and not exists (select 1 from event_seal s where s.event_id = e.id)
            order by e.id limit 1000""")
        .query(Long.class)
        .list();
  }
}

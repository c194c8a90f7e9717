package jp.renkei.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.protection.evidence.Block;
import jp.renkei.protection.evidence.Head;
import jp.renkei.protection.evidence.HeadFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the newest block's hash outside the database, once a day (Japanese time): whoever takes
 * away the newest blocks, or writes the whole chain anew, is found out by it. Every node keeps its
 * own.
 */
public final class KeepHead {

  private final JdbcClient jdbc;
  private final CommitGate gate;
  private final HeadFile file;
  private final Clock clock;

  KeepHead(JdbcClient jdbc, CommitGate gate, HeadFile file, Clock clock) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.file = file;
    this.clock = clock;
  }

  /** Keeps one where there is a newer block and none was sealed and kept today. */
  public void keep() {
    List<Head> known = file.read().known();
    Head last = known.isEmpty() ? null : known.get(known.size() - 1);
    if (last != null && isToday(last)) {
      return;
    }
    newest()
        .filter(block -> last == null || block.number() > last.number())
        .ifPresent(block -> file.append(Head.of(block)));
  }

  private boolean isToday(Head head) {
    return JapaneseTime.dayOf(head.sealedAt()).equals(JapaneseTime.dayOf(clock.instant()));
  }

  /** Told only when no crash can take it back. */
  private Optional<Block> newest() {
    return gate.told(
        jdbc.sql(
                "select "
                    + EvidenceRows.BLOCK
                    + " from event_block b order by b.number desc limit 1")
            .query((row, n) -> EvidenceRows.block(row))
            .optional());
  }
}

package jp.renkei.ledger;

import java.util.Iterator;
import java.util.List;
import jp.renkei.protection.evidence.Block;
import jp.renkei.protection.evidence.ChainVisitor;
import jp.renkei.protection.evidence.SealedRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shows the chain of blocks as it lies in the ledger. It is read in pages, so that memory does not
 * grow with it and nobody who writes waits; a block that comes while it is read is not shown.
 */
final class SealedChain {

  private static final int BLOCKS = 500;
  private static final int ROWS = 5_000;

  private static final String ROW =
      "select s.block, s.position, s.event_id, s.row_hash, "
          + EvidenceRows.EVENT
          + " from event_seal s left join event e on e.id = s.event_id where ";

  private final JdbcClient jdbc;
  private final CommitGate gate;

  SealedChain(JdbcClient jdbc, CommitGate gate) {
    this.jdbc = jdbc;
    this.gate = gate;
  }

  /**
   * Shows it from a block on.
   *
   * @param from the first block's number; at most 1 for all, also what stands before the first
   */
  void show(long from, ChainVisitor visitor) {
    long newest =
        gate.told(
            jdbc.sql("select coalesce(max(number), 0) from event_block")
                .query(Long.class)
                .single());
    long next = from <= 1 ? Long.MIN_VALUE : from;
    List<Block> page;
    do {
      page = blocks(next, newest);
      boolean last = page.size() < BLOCKS;
      long to = last ? newest : page.get(page.size() - 1).number();
      show(page.iterator(), next, to, visitor);
      next = to + 1;
    } while (page.size() == BLOCKS);
    sealsOfNoBlock(newest).forEach(visitor::row);
  }

  private void show(Iterator<Block> blocks, long from, long to, ChainVisitor visitor) {
    Block next = blocks.hasNext() ? blocks.next() : null;
    long block = from;
    int position = Integer.MIN_VALUE;
    List<SealedRow> rows;
    do {
      rows = rows(block, position, to);
      for (SealedRow row : rows) {
        while (next != null && next.number() <= row.block()) {
          visitor.block(next);
          next = blocks.hasNext() ? blocks.next() : null;
        }
        visitor.row(row);
        block = row.block();
        position = row.position();
      }
    } while (rows.size() == ROWS);
    while (next != null) {
      visitor.block(next);
      next = blocks.hasNext() ? blocks.next() : null;
    }
  }

  private List<Block> blocks(long from, long to) {
    return jdbc.sql(
            "select "
                + EvidenceRows.BLOCK
                + " from event_block b where b.number >= ? and b.number <= ?"
                + " order by b.number limit "
                + BLOCKS)
        .params(from, to)
        .query((row, n) -> EvidenceRows.block(row))
        .list();
  }

  private List<SealedRow> rows(long block, int after, long to) {
    return jdbc.sql(
            ROW
                + """
                  s.block >= ? and s.block <= ? and (s.block > ? or s.position > ?)
                  order by s.block, s.position limit\s"""
                + ROWS)
        .params(block, to, block, after)
        .query((row, n) -> EvidenceRows.sealed(row))
        .list();
  }

  private List<SealedRow> sealsOfNoBlock(long newest) {
    return jdbc.sql(
            ROW
                + """
                  s.block > ? and not exists (select 1 from event_block b where b.number = s.block)
                  order by s.block, s.position limit\s"""
                + ROWS)
        .param(newest)
        .query((row, n) -> EvidenceRows.sealed(row))
        .list();
  }
}

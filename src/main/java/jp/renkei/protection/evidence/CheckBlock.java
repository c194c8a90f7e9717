package jp.renkei.protection.evidence;

import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.renkei.protection.evidence.SealFault.Kind;

/** Holds the rows of one block, at most {@link Block#MOST_ROWS}, against what the block says. */
final class CheckBlock {

  private final Block block;
  private final Consumer<SealFault> faults;
  private final NavigableMap<Integer, SealedRow> rows = new TreeMap<>();
  private boolean faulty;

  CheckBlock(Block block, Consumer<SealFault> faults) {
    this.block = block;
    this.faults = faults;
  }

  void row(SealedRow row) {
    boolean fits =
        row.block() == block.number() && row.position() >= 1 && row.position() <= places();
    if (!fits || rows.putIfAbsent(row.position(), row) != null) {
      tell(SealFault.of(Kind.EVENT_ADDED, row));
    }
  }

  /** When all its rows were shown. */
  void end() {
    // sealed in the order of their ids: who stands elsewhere was moved
    Iterator<Long> ids = rows.values().stream().map(SealedRow::eventId).sorted().iterator();
    for (int position = 1; position <= places(); position++) {
      SealedRow row = rows.get(position);
      if (row == null) {
        tell(new SealFault(Kind.EVENT_MISSING, block.number(), position, null));
      } else if (row.eventId() != ids.next()) {
        tell(SealFault.of(Kind.EVENT_MOVED, row));
      } else if (row.event() == null) {
        tell(SealFault.of(Kind.EVENT_MISSING, row));
      } else if (!row.event().hash().equals(row.hash())) {
        tell(SealFault.of(Kind.EVENT_CHANGED, row));
      }
    }
    if (!faulty && !rootFits()) {
      tell(SealFault.of(Kind.SEALS_CHANGED, block));
    }
  }

  private boolean rootFits() {
    try {
      return Block.root(rows.values().stream().map(SealedRow::hash).toList()).equals(block.root());
    } catch (IllegalArgumentException e) {
      return false; // no hash at all
    }
  }

  /** A count beyond is no block of ours, which is told elsewhere. */
  private int places() {
    return Math.min(block.count(), Block.MOST_ROWS);
  }

  private void tell(SealFault fault) {
    faulty = true;
    faults.accept(fault);
  }
}

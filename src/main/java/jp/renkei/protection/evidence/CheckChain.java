package jp.renkei.protection.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.renkei.protection.evidence.SealFault.Kind;

/**
 * Verifies the chain as it is shown, block by block, and names everything that is not as it was
 * sealed. It holds one block at a time, however long the chain is.
 */
public final class CheckChain implements ChainVisitor {

  /** In a longer gap not every block is named. */
  private static final int MOST_NAMED = 100;

  private final long first;
  private final Map<Long, List<Head>> heads;
  private final Consumer<SealFault> faults;
  private CheckBlock open;
  private Block last;
  private long blocks;
  private long events;

  /**
   * Begins.
   *
   * @param first the number of the block that must come first: 1, or in a part of the chain its
   *     first one, whose block before cannot be looked at
   * @param heads what must still be so
   * @param faults is told each fault as soon as it is known
   */
  public CheckChain(long first, Heads heads, Consumer<SealFault> faults) {
    this.first = first;
    this.heads = heads.byNumber();
    this.faults = faults;
    if (!heads.readable()) {
      faults.accept(new SealFault(Kind.HEADS_UNREADABLE, null, null, null));
    }
  }

  @Override
  public void block(Block block) {
    closeBlock();
    blocks++;
    open = new CheckBlock(block, faults);
    long expected = last == null ? first : last.number() + 1;
    if (block.number() < expected || block.count() < 1) {
      faults.accept(SealFault.of(Kind.BLOCK_ADDED, block));
      return;
    }
    nameMissing(expected, block.number());
    if (!block.hashOfFields().equals(block.hash()) || block.count() > Block.MOST_ROWS) {
      faults.accept(SealFault.of(Kind.BLOCK_CHANGED, block));
    }
    if (block.number() == expected && !follows(block)) {
      faults.accept(SealFault.of(Kind.BLOCK_MOVED, block));
    }
    if (heads.getOrDefault(block.number(), List.of()).stream()
        .anyMatch(head -> !head.equals(Head.of(block)))) {
      faults.accept(SealFault.of(Kind.BLOCK_REWRITTEN, block));
    }
    last = block;
  }

  @Override
  public void row(SealedRow row) {
    events++;
    if (open == null) {
      faults.accept(SealFault.of(Kind.EVENT_ADDED, row));
    } else {
      open.row(row);
    }
  }

  /** When all was shown. */
  public void end() {
    closeBlock();
    long newest = last == null ? first - 1 : last.number();
    heads.keySet().stream()
        .filter(number -> number > newest)
        .sorted()
        .forEach(number -> faults.accept(new SealFault(Kind.BLOCK_CUT_OFF, number, null, null)));
  }

  /** How many blocks were shown. */
  public long blocks() {
    return blocks;
  }

  /** How many sealed rows were shown. */
  public long events() {
    return events;
  }

  /** The newest block. */
  public Optional<Block> last() {
    return Optional.ofNullable(last);
  }

  private boolean follows(Block block) {
    if (last != null) {
      return block.previous().equals(last.hash());
    }
    return first > 1 || block.previous().equals(Block.NONE);
  }

  private void nameMissing(long from, long to) {
    for (long number = from; number < to && number - from < MOST_NAMED; number++) {
      faults.accept(new SealFault(Kind.BLOCK_MISSING, number, null, null));
    }
  }

  private void closeBlock() {
    if (open != null) {
      open.end();
      open = null;
    }
  }
}

package jp.renkei.protection.evidence;

/** Is shown the chain from its beginning: each block, and after it the rows that it seals. */
public interface ChainVisitor {

  /** The next block by number. */
  void block(Block block);

  /** The next row by block and position; it may name a block that was not shown. */
  void row(SealedRow row);
}

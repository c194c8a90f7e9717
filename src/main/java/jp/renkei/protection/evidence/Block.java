package jp.renkei.protection.evidence;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/**
 * A block of the chain that seals events.
 *
 * @param number from 1, without a gap
 * @param count how many events it seals, 1 to {@value #MOST_ROWS}
 * @param root over the events' hashes, 64 characters
 * @param previous the hash of the block before, {@link #NONE} in the first one
 * @param sealedAt when, to the microsecond
 * @param hash over all of this, 64 characters
 */
public record Block(
    long number, int count, String root, String previous, Instant sealedAt, String hash) {

  /** The most events of a block. */
  public static final int MOST_ROWS = 1_000;

  /** Stands for the block before the first. */
  public static final String NONE = "0".repeat(64);

  private static final String FORM = "renkei.block.1";

  /**
   * The block that follows.
   *
   * @param before the newest block, or null where there is none
   * @param rowHashes of the events, in the order of their positions
   */
  public static Block after(Block before, List<String> rowHashes, Instant now) {
    Block open =
        new Block(
            before == null ? 1 : before.number() + 1,
            rowHashes.size(),
            root(rowHashes),
            before == null ? NONE : before.hash(),
            now.truncatedTo(ChronoUnit.MICROS),
            "");
    return new Block(
        open.number, open.count, open.root, open.previous, open.sealedAt, open.hashOfFields());
  }

  /** SHA-256 over the hashes' bytes, 32 each, in the order of the positions. */
  static String root(List<String> rowHashes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * rowHashes.size());
    rowHashes.forEach(hash -> bytes.writeBytes(HexFormat.of().parseHex(hash)));
    return CanonicalBytes.sha256(bytes.toByteArray());
  }

  /** What {@link #hash} must be. */
  String hashOfFields() {
    return new CanonicalBytes(FORM)
        .number(number)
        .number(count)
        .text(root)
        .text(previous)
        .instant(sealedAt)
        .hash();
  }
}

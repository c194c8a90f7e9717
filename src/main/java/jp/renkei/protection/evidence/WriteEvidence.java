package jp.renkei.protection.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes the chain, as it is shown, in lines of JSON (NDJSON); the last line says it is whole. */
public final class WriteEvidence implements ChainVisitor {

  private final OutputStream out;
  private long blocks;
  private long seals;

  /**
   * Begins.
   *
   * @param from the number of the first block
   */
  public WriteEvidence(OutputStream out, long from) {
    this.out = out;
    write(EvidenceLine.of(new EvidenceLine.Header(EvidenceLine.VERSION, from)));
  }

  @Override
  public void block(Block block) {
    blocks++;
    write(EvidenceLine.of(block));
  }

  @Override
  public void row(SealedRow row) {
    seals++;
    write(EvidenceLine.of(row));
  }

  /** When all was shown. */
  public void end() {
    write(EvidenceLine.of(new EvidenceLine.End(blocks, seals)));
  }

  private void write(EvidenceLine line) {
    try {
      out.write(line.toBytes());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package jp.renkei.ledger;

import java.io.OutputStream;
import jp.renkei.protection.evidence.WriteEvidence;

/** Writes sealed events with their blocks, to be verified elsewhere. */
public final class ExportEvents {

  private final SealedChain chain;

  ExportEvents(SealedChain chain) {
    this.chain = chain;
  }

  /**
   * Writes lines of JSON, as long as there are blocks.
   *
   * @param from the number of the first block, from 1
   */
  public void export(long from, OutputStream out) {
    WriteEvidence writing = new WriteEvidence(out, from);
    chain.show(from, writing);
    writing.end();
  }
}

package jp.renkei.ledger;

/** Is told what this node has claimed and is about to send, before its reply can come. */
@FunctionalInterface
public interface ClaimListener {

  /**
   * What was claimed.
   *
   * @param question the payload as it was asked, still sealed ({@link Part#REQUEST}), or null where
   *     it is not kept any more
   */
  void claimed(Inquiry inquiry, byte[] question);
}

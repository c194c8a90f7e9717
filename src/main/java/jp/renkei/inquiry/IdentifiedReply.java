package jp.renkei.inquiry;

import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.Inquiry;

/** A reply whose inquiry is known, decrypted and not yet understood. */
public record IdentifiedReply(Inquiry inquiry, byte[] document, ArrivedReply arrived) {

  /** Where the reply is understood: the flow's id, which names the route. */
  public String flow() {
    return inquiry.flow();
  }
}

package jp.renkei.inquiry;

import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.Inquiry;

/**
 * A reply whose inquiry is known, decrypted and not yet understood.
 *
 * @param receipt the agency's receipt number by which the inquiry was found, or null where it was
 *     found by its own number
 */
public record IdentifiedReply(
    Inquiry inquiry, String receipt, byte[] document, ArrivedReply arrived) {

  /** Where the reply is understood: the flow's id, which names the route. */
  public String flow() {
    return inquiry.flow();
  }
}

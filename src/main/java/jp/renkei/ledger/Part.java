package jp.renkei.ledger;

/**
 * The parts that an inquiry carries; each is encrypted, bound to the inquiry's id and this name.
 */
public enum Part {
  /** The caller's payload. */
  REQUEST,
  /** The agency's message as it leaves. */
  MESSAGE,
  /** Which characters of the payload were substituted in the message; mostly absent. */
  LOSS,
  /** The answer as somebody keyed it in, until somebody else confirms it. */
  KEYED,
  /** What the caller gets. */
  ANSWER;

  /** What content of this part is bound to when it is encrypted. */
  public String boundTo(String inquiryId) {
    return inquiryId + "/" + name();
  }
}

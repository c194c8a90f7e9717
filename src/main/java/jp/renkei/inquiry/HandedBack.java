package jp.renkei.inquiry;

import jp.renkei.ledger.Inquiry;

/** The same was asked before, and the flow hands that inquiry back instead of a new one. */
public final class HandedBack extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Inquiry earlier;

  HandedBack(Inquiry earlier) {
    super("asked before", null, false, false);
    this.earlier = earlier;
  }

  /** The inquiry that asked it. */
  public Inquiry earlier() {
    return earlier;
  }
}

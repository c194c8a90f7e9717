package jp.renkei.inquiry;

import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Inquiry;

/** Says that a reply must not be delivered, and by what name it is held. */
public final class ReplyHeld extends Exception {

  private static final long serialVersionUID = 1L;

  private final EventKind reason;
  private final transient Inquiry inquiry;
  private final transient ArrivedReply reply;

  /**
   * Names the reason.
   *
   * @param inquiry the inquiry that the reply names, or null
   * @param detail the place of the fault, without a value, or null
   */
  public ReplyHeld(EventKind reason, Inquiry inquiry, ArrivedReply reply, String detail) {
    super(detail);
    this.reason = reason;
    this.inquiry = inquiry;
    this.reply = reply;
  }

  public EventKind reason() {
    return reason;
  }

  Inquiry inquiry() {
    return inquiry;
  }

  ArrivedReply reply() {
    return reply;
  }
}

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
  private final String awaits;

  /**
   * Names the reason.
   *
   * @param inquiry the inquiry that the reply names, or null
   * @param detail the place of the fault, without a value, or null
   */
  public ReplyHeld(EventKind reason, Inquiry inquiry, ArrivedReply reply, String detail) {
    this(reason, inquiry, reply, detail, null);
  }

  /**
   * Names the reason for a reply that goes on when the receipt number it names is given.
   *
   * @param awaits the receipt number, or null
   */
  ReplyHeld(EventKind reason, Inquiry inquiry, ArrivedReply reply, String detail, String awaits) {
    super(detail);
    this.reason = reason;
    this.inquiry = inquiry;
    this.reply = reply;
    this.awaits = awaits;
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

  String awaits() {
    return awaits;
  }
}

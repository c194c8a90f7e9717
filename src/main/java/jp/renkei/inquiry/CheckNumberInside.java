package jp.renkei.inquiry;

import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.Receipts;
import jp.renkei.message.Reply;

/**
 * Sees that a reply names its inquiry inside, too: by our number, or by the receipt number that its
 * agency gave. The ledger is asked only where a receipt number stands inside and none outside.
 */
final class CheckNumberInside {

  private final Receipts receipts;

  CheckNumberInside(Receipts receipts) {
    this.receipts = receipts;
  }

  /**
   * Checks.
   *
   * @throws ReplyHeld where another number stands there, or a receipt number that nobody has given
   *     yet, for which the reply then waits
   */
  void check(IdentifiedReply identified, Reply reply) throws ReplyHeld {
    if (reply.receiptNumber() == null) {
      if (!identified.inquiry().number().equals(reply.number())) {
        throw notValid(identified, "the number inside differs from the correlation id");
      }
    } else if (!reply.receiptNumber().equals(given(identified))) {
      if (isUnknown(identified.inquiry(), reply.receiptNumber())) {
        throw waiting(identified, reply.receiptNumber());
      }
      throw notValid(identified, "the receipt number inside is not the one given to the inquiry");
    }
  }

  private String given(IdentifiedReply identified) {
    return identified.receipt() != null
        ? identified.receipt()
        : receipts.of(identified.inquiry().id()).orElse(null);
  }

  private boolean isUnknown(Inquiry inquiry, String receipt) {
    return receipts.of(inquiry.id()).isEmpty()
        && receipts.inquiry(inquiry.agency(), receipt).isEmpty();
  }

  private static ReplyHeld notValid(IdentifiedReply identified, String detail) {
    return new ReplyHeld(
        EventKind.REPLY_NOT_VALID, identified.inquiry(), identified.arrived(), detail);
  }

  private static ReplyHeld waiting(IdentifiedReply identified, String receipt) {
    return new ReplyHeld(
        EventKind.REPLY_BEFORE_RECEIPT, identified.inquiry(), identified.arrived(), null, receipt);
  }
}

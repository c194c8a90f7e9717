package jp.renkei.inquiry;

import java.util.Optional;
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
      return;
    }
    String inside = reply.receiptNumber();
    // each is read once: the receipt may be kept at this very moment, by another consumer
    Optional<String> given =
        Optional.ofNullable(identified.receipt()).or(() -> receipts.of(identified.inquiry().id()));
    if (given.isPresent()) {
      refuseUnless(given.get().equals(inside), identified);
      return;
    }
    Inquiry its =
        receipts
            .inquiry(identified.inquiry().agency(), inside)
            .orElseThrow(() -> waiting(identified, inside));
    refuseUnless(its.id().equals(identified.inquiry().id()), identified);
  }

  private static void refuseUnless(boolean its, IdentifiedReply identified) throws ReplyHeld {
    if (!its) {
      throw notValid(identified, "the receipt number inside is not the one given to the inquiry");
    }
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

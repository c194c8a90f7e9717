package jp.renkei.inquiry;

import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.ArrivedReply;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Identifiers;
import jp.renkei.ledger.Inquiry;
import jp.renkei.message.ReceiptNumber;
import jp.renkei.protection.MessageCipher;

/**
 * Finds the inquiry that a reply belongs to, by the inquiry's number or else by the receipt number
 * that the agency gave to it, and decrypts the reply.
 */
public final class IdentifyReply {

  private final Catalogue catalogue;
  private final FindInquiry find;
  private final MessageCipher messages;
  private final Arrivals arrivals;

  IdentifyReply(Catalogue catalogue, FindInquiry find, MessageCipher messages, Arrivals arrivals) {
    this.catalogue = catalogue;
    this.find = find;
    this.messages = messages;
    this.arrivals = arrivals;
  }

  /**
   * Identifies.
   *
   * @throws ReplyHeld where the reply names no inquiry of this agency, or cannot be decrypted
   */
  public IdentifiedReply identify(IncomingReply incoming) throws ReplyHeld {
    Inquiry inquiry = find.byNumber(incoming.agency(), incoming.number()).orElse(null);
    String receipt =
        inquiry == null && ReceiptNumber.isOne(incoming.number()) ? incoming.number() : null;
    if (receipt != null) {
      inquiry = find.byReceipt(incoming.agency(), receipt).orElse(null);
    }
    if (incoming.fault() != null) {
      throw held(EventKind.REPLY_NOT_READABLE, inquiry, incoming, incoming.fault());
    }
    byte[] document;
    try {
      document = decrypted(incoming);
    } catch (MessageCipher.NotDecipherable e) {
      throw held(EventKind.REPLY_NOT_READABLE, inquiry, incoming, e.getMessage());
    }
    if (inquiry == null) {
      throw new ReplyHeld(
          EventKind.REPLY_WITHOUT_INQUIRY,
          null,
          arrived(incoming, document),
          Identifiers.isNumber(incoming.number())
              ? "number " + incoming.number()
              : "no inquiry number in the correlation id",
          receipt);
    }
    return new IdentifiedReply(inquiry, receipt, document, arrived(incoming, document));
  }

  private byte[] decrypted(IncomingReply incoming) throws MessageCipher.NotDecipherable {
    Agency agency = catalogue.agency(incoming.agency()).orElseThrow();
    return agency.encryption() == Agency.Encryption.JWE
        ? messages.decrypt(agency.id(), incoming.keyId(), incoming.body())
        : incoming.body();
  }

  private ReplyHeld held(EventKind reason, Inquiry inquiry, IncomingReply incoming, String detail) {
    return new ReplyHeld(reason, inquiry, arrived(incoming, incoming.body()), detail);
  }

  private ArrivedReply arrived(IncomingReply incoming, byte[] content) {
    return arrivals.arrived(incoming.agency(), incoming.number(), content);
  }
}

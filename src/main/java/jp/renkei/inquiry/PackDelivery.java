package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import jp.renkei.ledger.Delivery;
import jp.renkei.ledger.Identifiers;
import jp.renkei.protection.Caller;
import jp.renkei.protection.ContentCipher;
import jp.renkei.protection.MessageCipher;

/**
 * Packs what a caller gets by queue: bytes that are built once, as they will leave, encrypted for
 * the caller where a key is agreed, and sealed as they lie in the ledger.
 */
final class PackDelivery {

  private final Identifiers identifiers;
  private final MessageCipher messages;
  private final ContentCipher contents;
  private final Clock clock;

  PackDelivery(
      Identifiers identifiers, MessageCipher messages, ContentCipher contents, Clock clock) {
    this.identifiers = identifiers;
    this.messages = messages;
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * @param caller who gets it
   * @param address one of the caller's own queues
   * @param what what it is
   * @param plain the body, before it is encrypted
   */
  Packed pack(Caller caller, String address, Deliveries.What what, byte[] plain) {
    boolean secret = messages.hasKey(caller.brokerUser());
    byte[] body = secret ? messages.encrypt(caller.brokerUser(), plain) : plain;
    String id = identifiers.id();
    Instant now = clock.instant();
    Delivery row =
        new Delivery(
            id,
            address,
            what.duplicateId(),
            what.correlation(),
            what.type(),
            secret ? messages.keyIdOf(body) : null,
            what.inquiryId(),
            now,
            what.keep() == null ? null : now.plus(what.keep()),
            contents.seal(body, Delivery.boundTo(id)),
            null,
            null);
    return new Packed(row, body);
  }

  /**
   * A delivery that nobody has claimed.
   *
   * @param row what is written
   * @param body the bytes as they leave
   */
  record Packed(Delivery row, byte[] body) {}
}

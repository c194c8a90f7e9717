package jp.renkei.ledger;

import java.time.Instant;

/**
 * A delivery that this node has claimed, in memory.
 *
 * @param delivery as the ledger has it; its content is left out
 * @param body the bytes as they leave: built once, the same whenever they go again
 */
public record DeliveryWork(Delivery delivery, byte[] body) {

  /** The work that a claimed delivery makes. */
  public static DeliveryWork of(Delivery claimed, byte[] body) {
    return new DeliveryWork(
        new Delivery(
            claimed.id(),
            claimed.address(),
            claimed.duplicateId(),
            claimed.correlation(),
            claimed.type(),
            claimed.keyId(),
            claimed.inquiryId(),
            claimed.queued(),
            claimed.keepUntil(),
            null,
            claimed.claimedBy(),
            claimed.claimedUntil()),
        body);
  }

  public String id() {
    return delivery.id();
  }

  public String address() {
    return delivery.address();
  }

  public Instant claimedUntil() {
    return delivery.claimedUntil();
  }
}

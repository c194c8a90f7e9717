package jp.renkei.routing;

import java.time.Duration;
import java.time.Instant;
import jp.renkei.ledger.Delivery;
import jp.renkei.ledger.DeliveryWork;
import jp.renkei.ledger.SendWork;

/**
 * A message as it leaves.
 *
 * @param type what it is, with its version
 * @param keyId the key id of a JWE, or null
 * @param duplicateId by which the broker drops what a crash makes the hub send again
 * @param expires when the broker takes it away, or null for never
 * @param reason why it is a dead letter, or null
 */
record Outgoing(
    byte[] body,
    String correlation,
    String type,
    String keyId,
    String duplicateId,
    Instant expires,
    String reason) {

  /** How long a message outlives its deadline in the agency's queue; the ledger decides expiry. */
  private static final Duration AFTER_DEADLINE = Duration.ofDays(1);

  /** To an agency. */
  static Outgoing of(SendWork work, String type, String keyId) {
    return new Outgoing(
        work.message(),
        work.number(),
        type,
        keyId,
        work.number() + "/" + work.attempt(),
        work.deadline().plus(AFTER_DEADLINE),
        null);
  }

  /** To a caller. */
  static Outgoing of(DeliveryWork work) {
    Delivery delivery = work.delivery();
    return new Outgoing(
        work.body(),
        delivery.correlation(),
        delivery.type(),
        delivery.keyId(),
        delivery.duplicateId(),
        delivery.keepUntil(),
        null);
  }
}

package jp.renkei.ledger;

import java.time.Instant;

/**
 * What is to be delivered to a caller's queue, as the ledger keeps it: an outcome, an answer to
 * what came by queue, the end of a case. The ledger does not know which.
 *
 * @param id its own; what has a smaller one is older
 * @param address the queue, e.g. {@code hub.replies.nhi}; at most 100 characters
 * @param duplicateId by which the broker drops what a crash makes the hub send again; at most 100
 *     characters
 * @param correlation what the caller knows it by, at most 128 characters, or null
 * @param type what it is, with its version, e.g. {@code problem/1.0}
 * @param keyId the key of a body that is a JWE, or null
 * @param inquiryId the inquiry that it is about, or null
 * @param queued when it became true
 * @param keepUntil until when it may be kept, here and in the queue, or null for ever
 * @param content the body, sealed and bound to {@link #boundTo}
 * @param claimedBy the incarnation that delivers it from memory, or null
 * @param claimedUntil until when, or null
 */
public record Delivery(
    String id,
    String address,
    String duplicateId,
    String correlation,
    String type,
    String keyId,
    String inquiryId,
    Instant queued,
    Instant keepUntil,
    byte[] content,
    String claimedBy,
    Instant claimedUntil) {

  /** The same delivery, claimed. */
  public Delivery claimed(String incarnation, Instant until) {
    return new Delivery(
        id,
        address,
        duplicateId,
        correlation,
        type,
        keyId,
        inquiryId,
        queued,
        keepUntil,
        content,
        incarnation,
        until);
  }

  /** What the content of a delivery is bound to when it is encrypted. */
  public static String boundTo(String id) {
    return "delivery/" + id;
  }
}

package jp.renkei.ledger;

/**
 * A held reply that waits for its receipt number.
 *
 * @param held its id
 * @param namesInquiry whether its correlation named the inquiry, and only its inside the receipt
 *     number
 * @param fingerprint the hash's value that its content is bound to
 * @param content sealed
 */
public record WaitingReply(long held, boolean namesInquiry, String fingerprint, byte[] content) {}

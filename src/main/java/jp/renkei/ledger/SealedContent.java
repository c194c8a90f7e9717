package jp.renkei.ledger;

/**
 * A sealed content and where it lies: a part of an inquiry, a held reply, a delivery, or a request
 * file that is not yet uploaded.
 *
 * @param inquiryId the inquiry whose part it is, or null
 * @param part which, or null
 * @param heldReply the held reply whose content it is, or 0
 * @param deliveryId the delivery whose content it is, or null
 * @param bulkFile the file whose content it is, or null
 * @param boundTo what it is bound to
 * @param content as it lies there
 */
public record SealedContent(
    String inquiryId,
    Part part,
    long heldReply,
    String deliveryId,
    String bulkFile,
    String boundTo,
    byte[] content) {

  static SealedContent of(String inquiryId, Part part, byte[] content) {
    return new SealedContent(inquiryId, part, 0, null, null, part.boundTo(inquiryId), content);
  }

  static SealedContent held(long id, String fingerprint, byte[] content) {
    return new SealedContent(null, null, id, null, null, HoldReply.boundTo(fingerprint), content);
  }

  static SealedContent delivery(String id, byte[] content) {
    return new SealedContent(null, null, 0, id, null, Delivery.boundTo(id), content);
  }

  static SealedContent file(String id, byte[] content) {
    return new SealedContent(null, null, 0, null, id, BulkFile.boundTo(id), content);
  }
}

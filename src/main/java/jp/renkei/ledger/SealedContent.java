package jp.renkei.ledger;

/**
 * A sealed content and where it lies: a part of an inquiry, or a held reply.
 *
 * @param inquiryId the inquiry whose part it is, or null
 * @param part which, or null
 * @param heldReply the held reply whose content it is, or 0
 * @param boundTo what it is bound to
 * @param content as it lies there
 */
public record SealedContent(
    String inquiryId, Part part, long heldReply, String boundTo, byte[] content) {

  static SealedContent of(String inquiryId, Part part, byte[] content) {
    return new SealedContent(inquiryId, part, 0, part.boundTo(inquiryId), content);
  }

  static SealedContent held(long id, String fingerprint, byte[] content) {
    return new SealedContent(null, null, id, HoldReply.boundTo(fingerprint), content);
  }
}

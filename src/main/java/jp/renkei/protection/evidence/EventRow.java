package jp.renkei.protection.evidence;

import java.time.Instant;

/**
 * An event as it lies in the ledger, which is what is sealed.
 *
 * @param id the row's number
 * @param inquiryId the inquiry, or null
 * @param flow the flow, or null
 * @param agency the agency, or null
 * @param at when, to the microsecond
 * @param what the name of what happened, also one that this hub does not know
 * @param who who did it
 * @param detail or null
 */
public record EventRow(
    long id,
    String inquiryId,
    String flow,
    String agency,
    Instant at,
    String what,
    String who,
    String detail) {

  private static final String FORM = "renkei.event.1";

  /** SHA-256 of all fields in their order here, 64 characters in lower case. */
  public String hash() {
    return new CanonicalBytes(FORM)
        .number(id)
        .text(inquiryId)
        .text(flow)
        .text(agency)
        .instant(at)
        .text(what)
        .text(who)
        .text(detail)
        .hash();
  }
}

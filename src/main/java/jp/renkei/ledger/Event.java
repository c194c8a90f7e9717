package jp.renkei.ledger;

import java.time.Instant;

/**
 * One thing that happened. Never a payload, never a person.
 *
 * @param inquiryId the inquiry, or null where it belongs to none
 * @param flow the flow, or null
 * @param agency the agency, or null
 * @param at when
 * @param what what happened
 * @param who the user, the agency or the hub's own part that did it
 * @param detail at most 2,000 characters, or null
 */
public record Event(
    String inquiryId,
    String flow,
    String agency,
    Instant at,
    EventKind what,
    String who,
    String detail) {

  private static final int LONGEST_DETAIL = 2_000;

  public Event {
    if (detail != null && detail.length() > LONGEST_DETAIL) {
      detail = detail.substring(0, LONGEST_DETAIL);
    }
  }
}

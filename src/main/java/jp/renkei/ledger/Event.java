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
 * @param detail at most 400 characters, or null
 */
public record Event(
    String inquiryId,
    String flow,
    String agency,
    Instant at,
    EventKind what,
    String who,
    String detail) {

  public Event {
    if (detail != null && detail.length() > 400) {
      detail = detail.substring(0, 400);
    }
  }
}

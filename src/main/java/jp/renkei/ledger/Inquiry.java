package jp.renkei.ledger;

import java.time.Instant;

/**
 * An inquiry as the ledger has it, without what it carries.
 *
 * @param sent when the agency's queue had it (T2), or null: a reply may overtake that note
 * @param waitingUntil when a postponed sending is due, or null
 */
public record Inquiry(
    String id,
    String number,
    String caller,
    String flow,
    String agency,
    String caseId,
    State state,
    Outcome outcome,
    Instant accepted,
    Instant deadline,
    Instant sent,
    Instant ended,
    Instant waitingUntil) {

  /** The same inquiry with its outcome. */
  public Inquiry endedWith(Outcome its, Instant at) {
    return new Inquiry(
        id,
        number,
        caller,
        flow,
        agency,
        caseId,
        State.ENDED,
        its,
        accepted,
        deadline,
        sent,
        at,
        null);
  }

  /** The same inquiry, known to be sent. */
  public Inquiry sentAt(Instant at) {
    return new Inquiry(
        id,
        number,
        caller,
        flow,
        agency,
        caseId,
        State.SENT,
        outcome,
        accepted,
        deadline,
        at,
        ended,
        null);
  }
}

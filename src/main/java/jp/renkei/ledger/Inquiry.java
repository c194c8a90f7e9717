package jp.renkei.ledger;

import java.time.Instant;

/**
 * An inquiry as the ledger has it, without what it carries.
 *
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
    Instant ended,
    Instant waitingUntil) {

  /** The same inquiry with its outcome. */
  public Inquiry endedWith(Outcome its, Instant at) {
    return new Inquiry(
        id, number, caller, flow, agency, caseId, State.ENDED, its, accepted, deadline, at, null);
  }
}

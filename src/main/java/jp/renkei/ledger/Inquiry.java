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
    Instant waitingUntil) {}

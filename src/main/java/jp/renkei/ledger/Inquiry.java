package jp.renkei.ledger;

import java.time.Instant;

/**
 * An inquiry as the ledger has it, without what it carries.
 *
 * @param provider the agency's member that is asked, by its code, or null
 * @param failure the code of the problem that made it fail, or null
 * @param supersedes the inquiry that is asked again by this (二次照会), or null
 * @param repeats the inquiry that asked the same before (二重照会), or null
 * @param byQueue whether its caller wants the outcome by queue, whatever is usual for that caller
 * @param substituted how many characters of its payload were substituted in its message
 * @param sent when the agency's queue had it (T2), or null: a reply may overtake that note
 * @param unsentDue when its message is, or was, due to leave; null where none is to be sent
 */
public record Inquiry(
    String id,
    String number,
    String caller,
    String flow,
    String agency,
    String provider,
    Lane lane,
    String caseId,
    State state,
    Outcome outcome,
    String failure,
    String supersedes,
    String repeats,
    boolean byQueue,
    int substituted,
    Instant accepted,
    Instant deadline,
    Instant sent,
    Instant ended,
    Instant unsentDue) {

  /** The case that it belongs to, or null. */
  public CaseKey caseKey() {
    return CaseKey.of(caller, caseId);
  }

  /** The same inquiry with its outcome. */
  public Inquiry endedWith(Outcome its, String code, Instant at) {
    return new Inquiry(
        id,
        number,
        caller,
        flow,
        agency,
        provider,
        lane,
        caseId,
        State.ENDED,
        its,
        code,
        supersedes,
        repeats,
        byQueue,
        substituted,
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
        provider,
        lane,
        caseId,
        State.SENT,
        outcome,
        failure,
        supersedes,
        repeats,
        byQueue,
        substituted,
        accepted,
        deadline,
        at,
        ended,
        null);
  }
}

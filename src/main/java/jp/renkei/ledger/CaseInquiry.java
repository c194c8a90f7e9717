package jp.renkei.ledger;

import java.time.Instant;

/**
 * An inquiry as its case shows it.
 *
 * @param outcome how it ended, or null
 * @param told what an answer by hand told, as the outcome that it would have had from the agency
 *     itself, or null
 * @param supersedes the inquiry that is asked again by this (二次照会), or null
 * @param superseded whether another one of the case asks this again
 * @param ended when it ended, or null
 */
public record CaseInquiry(
    String id,
    String number,
    String flow,
    State state,
    Outcome outcome,
    Outcome told,
    String supersedes,
    boolean superseded,
    Instant ended) {}

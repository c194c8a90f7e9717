package jp.renkei.ledger;

import java.time.Instant;

/**
 * An inquiry of the bulk lane that may go into a file.
 *
 * @param provider the agency's member that is asked, by its code
 * @param attempt which sending it is, from 1
 */
public record BulkCandidate(
    String inquiryId,
    String number,
    String caller,
    String flow,
    String provider,
    int attempt,
    Instant accepted,
    Instant deadline) {}

package jp.renkei.ledger;

import java.time.Instant;

/**
 * What the ledger knows of the answer that people keyed in to an inquiry; not what it says.
 *
 * @param source the document or note that it was taken from, or null for a letter, which has a
 *     number of its own
 * @param keyed how often one was keyed in
 * @param keyedBy who keyed in the one that waits for its confirmation, or null
 * @param keyedAt when it was keyed in, or null where that was not kept
 * @param told the outcome that a confirmed one would have had from the agency itself; null where
 *     none is confirmed
 */
public record KeyedAnswer(
    String inquiryId, String source, int keyed, String keyedBy, Instant keyedAt, Outcome told) {}

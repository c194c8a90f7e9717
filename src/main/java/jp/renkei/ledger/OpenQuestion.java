package jp.renkei.ledger;

import java.time.Instant;

/**
 * A question that an owner has to answer.
 *
 * @param id the inquiry that asked it first
 * @param asked when it was offered
 * @param deadline the nearest one of those who wait for it
 * @param unseen whether the owner is to be told of somebody who waits for it
 * @param kept whether anybody who ever asked it wants it kept from the person's own view (不開示), as
 *     far as the ledger has noted; questions from before it did are told by what was asked
 */
public record OpenQuestion(
    String id,
    String flow,
    String agency,
    Instant asked,
    Instant deadline,
    boolean unseen,
    boolean kept) {}

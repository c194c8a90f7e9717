package jp.renkei.ledger;

import jp.renkei.protection.evidence.EventRow;

/**
 * An event and where it is sealed.
 *
 * @param block the block's number, or null where it is not sealed yet
 * @param position in the block, or null
 */
public record SealedEvent(EventRow event, Long block, Integer position) {}

package jp.renkei.protection.evidence;

/**
 * An event's place in a block.
 *
 * @param block the block's number
 * @param position in the block, from 1
 * @param eventId the event's id
 * @param hash what the event's hash was when it was sealed
 * @param event the event as it is now, or null where it is gone
 */
public record SealedRow(long block, int position, long eventId, String hash, EventRow event) {}

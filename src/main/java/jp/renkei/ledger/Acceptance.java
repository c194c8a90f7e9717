package jp.renkei.ledger;

/**
 * What became of an {@link Accept}.
 *
 * @param inquiry the new inquiry, or the earlier one with the same key
 * @param fresh whether it is new
 * @param sameBody whether the earlier one was asked with the same body; true when it is new
 */
public record Acceptance(Inquiry inquiry, boolean fresh, boolean sameBody) {}

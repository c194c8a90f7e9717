package jp.renkei.ledger;

/**
 * How many inquiries of a case are alike.
 *
 * @param outcome how they ended, or null where they are open; what was answered by hand as its
 *     agency would have: {@code MANUAL} only where that was not kept
 * @param superseded whether others of the case ask them again
 */
public record CaseCount(String flow, Outcome outcome, boolean superseded, int inquiries) {}

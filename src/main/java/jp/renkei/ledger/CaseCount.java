package jp.renkei.ledger;

/**
 * How many inquiries of a case are alike.
 *
 * @param outcome how they ended, or null where they are open
 * @param superseded whether others of the case ask them again
 */
public record CaseCount(String flow, Outcome outcome, boolean superseded, int inquiries) {}

package jp.renkei.ledger;

/**
 * An answer to be asked for, claimed by this node.
 *
 * @param failures how often in a row asking has failed
 * @param location where, or null for the agency's usual place
 */
public record PollWork(
    String inquiryId, String number, String flow, String agency, int failures, String location) {}

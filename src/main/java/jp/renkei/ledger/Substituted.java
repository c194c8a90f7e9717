package jp.renkei.ledger;

/**
 * What was lost of a question to its agency's character set.
 *
 * @param characters how many characters were substituted, at least 1
 * @param places the fields and how many in each, for the timeline: {@code /payload/name 2}
 * @param report each of them, sealed
 */
public record Substituted(int characters, String places, byte[] report) {}

package jp.renkei.problem;

/**
 * One place that is wrong, and why. Never holds a value, because a value may be personal.
 *
 * @param pointer JSON pointer into the body ({@code /payload/birthDate}), or the name of a header
 *     or query parameter
 * @param reason what is wrong, in English, without the value
 */
public record Fault(String pointer, String reason) {}

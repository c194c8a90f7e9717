package jp.renkei.flow;

/**
 * One member of an agency: a municipality, an insurer.
 *
 * @param code 1 to 20 letters and digits, unique within its agency
 * @param title what operators read
 */
public record Provider(String code, Title title) {}

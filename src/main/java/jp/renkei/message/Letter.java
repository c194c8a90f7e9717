package jp.renkei.message;

/**
 * A letter, ready to be printed.
 *
 * @param environment the environment mark of its message
 * @param addressee whom it goes to
 * @param html the whole letter: one self-contained UTF-8 page of A4 sheets
 */
public record Letter(String environment, Addressee addressee, byte[] html) {}

package jp.renkei.inquiry;

/**
 * An agency's acknowledgement as its transport gives it. It is no reply and ends nothing.
 *
 * @param agency the agency that gave it
 * @param number the inquiry number that it names; anything may stand there
 * @param receipt the receipt number; anything may stand there, or null
 */
public record IncomingReceipt(String agency, String number, String receipt) {}

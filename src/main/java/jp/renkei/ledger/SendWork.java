package jp.renkei.ledger;

import java.time.Instant;

/**
 * A message to be sent, in memory.
 *
 * @param attempt part of the broker's duplicate id, from 1
 * @param failures how often in a row sending has failed
 * @param accepted when the inquiry was accepted
 * @param deadline the inquiry's
 * @param claimedUntil until when this node may send it
 * @param message the bytes as they leave: built once, the same at every resend
 */
public record SendWork(
    String inquiryId,
    String number,
    String flow,
    String agency,
    int attempt,
    int failures,
    Instant accepted,
    Instant deadline,
    Instant claimedUntil,
    byte[] message) {}

package jp.renkei.ledger;

import java.time.Instant;

/**
 * A message to be sent, in memory.
 *
 * @param caller who asks
 * @param provider the agency's member that is asked, by its code, or null
 * @param attempt part of the broker's duplicate id, from 1
 * @param failures how often in a row sending has failed
 * @param accepted when the inquiry was accepted
 * @param deadline the inquiry's
 * @param claimedUntil until when this node may send it
 * @param probe whether it is to find out if the way is open again
 * @param message the bytes as they leave: built once, the same at every resend
 */
public record SendWork(
    String inquiryId,
    String number,
    String caller,
    String flow,
    String agency,
    String provider,
    Lane lane,
    int attempt,
    int failures,
    Instant accepted,
    Instant deadline,
    Instant claimedUntil,
    boolean probe,
    byte[] message) {

  SendWork with(byte[] bytes) {
    return new SendWork(
        inquiryId,
        number,
        caller,
        flow,
        agency,
        provider,
        lane,
        attempt,
        failures,
        accepted,
        deadline,
        claimedUntil,
        probe,
        bytes);
  }

  SendWork asProbe() {
    return new SendWork(
        inquiryId,
        number,
        caller,
        flow,
        agency,
        provider,
        lane,
        attempt,
        failures,
        accepted,
        deadline,
        claimedUntil,
        true,
        message);
  }
}

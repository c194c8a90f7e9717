package jp.renkei.mock;

import java.time.Duration;

/**
 * A reply or a receipt that is to go out.
 *
 * @param after how long it waits first
 * @param number the correlation it goes out with
 * @param content in clear
 * @param receipt the receipt number of a receipt, null in a reply
 * @param type what a reply says in JMSType, null where it goes out otherwise
 */
record Outgoing(Duration after, String number, byte[] content, String receipt, String type) {

  private static final byte[] NOTHING = {};

  Outgoing(Duration after, String number, byte[] content) {
    this(after, number, content, null, null);
  }

  /** The same reply, saying what it is. */
  Outgoing typed(String its) {
    return new Outgoing(after, number, content, receipt, its);
  }

  /** The receipt for an inquiry, at once. */
  static Outgoing receipt(String number) {
    return new Outgoing(Duration.ZERO, number, NOTHING, Receipts.numberOf(number), null);
  }
}

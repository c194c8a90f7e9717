package jp.renkei.mock;

import java.util.concurrent.TimeUnit;

/**
 * A reply on its way out.
 *
 * @param due when, by {@link System#nanoTime}
 */
record JmsReply(long due, Outgoing outgoing, JmsArrival arrival) {

  static JmsReply of(Outgoing outgoing, JmsArrival arrival) {
    return new JmsReply(System.nanoTime() + outgoing.after().toNanos(), outgoing, arrival);
  }

  boolean isDue() {
    return millisLeft() <= 0;
  }

  /** Whole milliseconds until it is due, rounded up; zero or less when it is. */
  long millisLeft() {
    return TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime() + 999_999);
  }
}

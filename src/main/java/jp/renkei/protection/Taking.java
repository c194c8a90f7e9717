package jp.renkei.protection;

import java.util.Locale;

/**
 * How a caller takes what is for it, its outcomes or the questions that it answers; asking over
 * HTTP is always possible.
 */
public enum Taking {
  /** It asks. */
  POLL,
  /** By its queue. */
  QUEUE,
  /** By its queue, and it asks as well. */
  BOTH;

  /**
   * As a users file has it, in any case.
   *
   * @throws IllegalArgumentException where it is none of them
   */
  static Taking of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Whether it goes to its queue. */
  public boolean byQueue() {
    return this != POLL;
  }
}

package jp.renkei.routing.https;

import java.time.Duration;

/** What an agency did with a request, where it did what was agreed. */
public sealed interface Reaction {

  /**
   * It answered.
   *
   * @param body what it says, not yet looked at
   */
  record Answered(byte[] body) implements Reaction {}

  /**
   * It has the inquiry, and calls back when it has the answer.
   *
   * @param receipt the receipt number it gave, or null; anything may stand there
   */
  record Taken(String receipt) implements Reaction {}

  /**
   * It has the inquiry, and wants to be asked for the answer.
   *
   * @param location where, or null where it does not say
   * @param pause how long it wants to be left alone until then; zero where it does not say
   * @param receipt the receipt number it gave, or null; anything may stand there
   */
  record Promised(String location, Duration pause, String receipt) implements Reaction {}

  /** The receipt number that came with it, or null. */
  default String receipt() {
    return null;
  }

  /**
   * It refuses the inquiry, and would again.
   *
   * @param status the HTTP status
   */
  record Refused(int status) implements Reaction {}
}

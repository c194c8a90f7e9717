package jp.renkei.ledger;

import java.time.Duration;
import java.util.List;

/** One thing that happens to a ledger and to those around it. */
sealed interface LedgerStep {

  /** Commands that wait together and so become one group. */
  record Together(List<Act> acts, Fault fault) implements LedgerStep {}

  /** A node claims what is due. */
  record Claim(String node) implements LedgerStep {}

  /** Time passes: a postponement, a lease or a deadline may end. */
  record Pass(Duration time) implements LedgerStep {}

  /** The process is gone and starts again on the same file. */
  record Crash() implements LedgerStep {}

  /** What goes wrong with the next commit. */
  enum Fault {
    NONE,
    /** It is rolled back, and the writer is told that nobody knows. */
    ROLLED_BACK,
    /** It is durable, and the writer is told that nobody knows. */
    ANSWER_LOST
  }

  /** What becomes one command about the inquiry that was posted under a key. */
  sealed interface Act {

    /** Which key: they count from 0. */
    int key();
  }

  /** Posted, for the first time or again, perhaps with another body. */
  record Posted(int key, int body, boolean claimed) implements Act {}

  record Sent(int key) implements Act {}

  record Postponed(int key) implements Act {}

  record HeldByProvider(int key) implements Act {}

  /** A reply arrived; the same number is the same reply. */
  record Replied(int key, int reply) implements Act {}

  /** A reply about somebody else arrived. */
  record OtherPerson(int key, int reply) implements Act {}

  /** Housekeeping looked whether the deadline has come. */
  record Deadline(int key) implements Act {}

  record Cancelled(int key) implements Act {}

  /** The agency refused it for good. */
  record Failed(int key) implements Act {}

  /** An operator sends it once more, where it failed. */
  record Replayed(int key) implements Act {}

  /** Somebody keyed in what came on paper. */
  record KeyedIn(int key) implements Act {}

  /** Somebody else confirmed what was keyed in last. */
  record Confirmed(int key) implements Act {}

  /**
   * The caller declares the case of the inquiries under a key.
   *
   * @param expects how many of the flows that are asked in it, and one beyond
   */
  record Declared(int key, int expects, boolean seal) implements Act {}

  /** A command about an inquiry that the ledger does not have: it fails, and it alone. */
  record Unknown(int key) implements Act {}
}

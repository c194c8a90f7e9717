package jp.renkei.ledger;

import java.time.Instant;

/** One case while a group runs: what its row says, and what the group does to it. */
final class LockedCase {

  private Instant openedAt;
  private boolean openedHere;
  private int open;
  private boolean sealed;
  private boolean completed;
  private int change;
  private Instant lastAt;

  /** A command of the group belongs to it. */
  void belongs(Command<?> command) {
    Instant at =
        command instanceof Accept accept
            ? accept.inquiry().accepted()
            : command instanceof DeclareCase declare ? declare.at() : null;
    openedAt = openedAt == null ? at : openedAt;
  }

  /** Whether this group may be the first that names it. */
  boolean mayBeNew() {
    return openedAt != null;
  }

  Instant openedAt() {
    return openedAt;
  }

  void openedHere(boolean now) {
    openedHere = now;
  }

  /** What its row says, now that nobody else may change it. */
  void is(int openInquiries, boolean isSealed, boolean isCompleted) {
    open = openInquiries;
    sealed = isSealed;
    completed = isCompleted;
  }

  boolean isCompleted() {
    return completed;
  }

  /** What a command did. */
  void follow(Command<?> command, Object result) {
    if (command instanceof Accept) {
      change += ((Acceptance) result).fresh() ? 1 : 0;
    } else if (command instanceof End end) {
      ended(end, result != End.Result.ENDED_BEFORE);
    } else if (command instanceof ConfirmKeyed confirm) {
      ended(confirm.end(), result == ConfirmKeyed.Result.CONFIRMED);
    } else if (command instanceof Replay) {
      change += result == Replay.Result.REPLAYED ? 1 : 0;
    } else if (command instanceof DeclareCase declare) {
      sealed |= declare.seal() && result == DeclareCase.Result.DECLARED;
      lastAt = declare.at();
    }
  }

  private void ended(End end, boolean now) {
    if (now) {
      change--;
      lastAt = end.at();
    }
  }

  /** By how much its counter changes. */
  int change() {
    return change;
  }

  /** Whether it was only named by what turned out to be a repetition of something else. */
  boolean isNoCase() {
    return openedHere && change == 0 && lastAt == null;
  }

  /** Whether it may be complete, as far as its row tells. */
  boolean mayBeComplete() {
    return lastAt != null && sealed && !completed && open + change == 0;
  }

  /** When the last thing happened that may complete it, or null. */
  Instant lastAt() {
    return lastAt;
  }
}

package jp.renkei.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must be true of one inquiry: the life of docs/lifecycle.md, told without a database. */
final class ModelInquiry {

  final String id;
  final String body;
  private final Instant accepted;
  final CaseKey caseKey;
  final String flow;
  final List<EventKind> timeline = new ArrayList<>();

  /** The reasons for which replies are held, each with the reply. */
  final Set<String> held = new TreeSet<>();

  Instant deadline;
  State state = State.ACCEPTED;
  Outcome outcome;
  String endedBy;

  /** What its caller gets. */
  String answer;

  /** How often an answer was keyed in, and whether the last one waits for its confirmation. */
  int keyed;

  private boolean waits;

  /** The SEND row, which is there while the state is ACCEPTED. */
  Instant due;

  int attempt = 1;
  int failures;
  String claimedBy;
  Instant claimedUntil;

  ModelInquiry(NewInquiry inquiry, String body) {
    this.id = inquiry.id();
    this.body = body;
    this.caseKey = inquiry.caseKey();
    this.flow = inquiry.flow();
    this.accepted = inquiry.accepted();
    this.deadline = inquiry.deadline();
    this.due = inquiry.accepted();
    timeline.add(EventKind.ACCEPTED);
  }

  boolean isFree(Instant now) {
    return state == State.ACCEPTED
        && !due.isAfter(now)
        && (claimedUntil == null || claimedUntil.isBefore(now));
  }

  void claim(String by, Instant until) {
    claimedBy = by;
    claimedUntil = until;
  }

  MarkSent.Result sent() {
    if (state != State.ACCEPTED) {
      return MarkSent.Result.WITHOUT_EFFECT;
    }
    state = State.SENT;
    timeline.add(EventKind.SENT);
    return MarkSent.Result.SENT;
  }

  void postpone(Postpone command) {
    if (state == State.ACCEPTED) {
      due = command.due();
      failures = command.failures();
      claim(null, null);
      if (command.failures() == 1) {
        timeline.add(EventKind.SEND_POSTPONED);
      }
    }
  }

  void heldByProvider() {
    sent();
    if (state == State.SENT) {
      state = State.HELD_BY_PROVIDER;
      timeline.add(EventKind.HELD_BY_PROVIDER);
    }
  }

  void otherPerson(String content) {
    timeline.add(EventKind.REPLY_OTHER_PERSON);
    held.add(EventKind.REPLY_OTHER_PERSON + " " + content);
  }

  End.Result end(End command) {
    String reply = command.reply() == null ? null : LedgerRun.content(command.reply());
    if (state != State.ENDED) {
      boolean sentByReply = reply != null && sent() == MarkSent.Result.SENT;
      state = State.ENDED;
      outcome = command.outcome();
      endedBy = reply;
      answer = reply == null ? null : "answer from " + reply;
      timeline.add(EventKind.ENDED);
      return sentByReply ? End.Result.SENT_AND_ENDED : End.Result.ENDED;
    }
    if (reply != null) {
      EventKind name = nameOf(reply);
      timeline.add(name);
      if (name != EventKind.REPLY_DUPLICATE) {
        held.add(name + " " + reply);
      }
    }
    return End.Result.ENDED_BEFORE;
  }

  private boolean isSettled() {
    return outcome != null && !outcome.leavesOpen();
  }

  KeepKeyed.Result keyIn(KeepKeyed command) {
    if (isSettled()) {
      return KeepKeyed.Result.ENDED;
    }
    if (state != State.ENDED && command.source() != null) {
      return KeepKeyed.Result.STILL_ASKED;
    }
    keyed++;
    waits = true;
    timeline.add(EventKind.ANSWER_KEYED);
    return KeepKeyed.Result.KEPT;
  }

  ConfirmKeyed.Result confirm(ConfirmKeyed command) {
    if (isSettled()) {
      return ConfirmKeyed.Result.ENDED_BEFORE;
    }
    if (state != State.ENDED && command.source() != null) {
      return ConfirmKeyed.Result.STILL_ASKED;
    }
    if (!waits || command.keyed() != keyed) {
      return ConfirmKeyed.Result.CHANGED;
    }
    boolean late = state == State.ENDED;
    waits = false;
    state = State.ENDED;
    outcome = Outcome.MANUAL;
    answer = LedgerRun.text(command.end().answer());
    timeline.add(EventKind.ANSWER_CONFIRMED);
    timeline.add(EventKind.ENDED);
    return late ? ConfirmKeyed.Result.CONFIRMED_LATE : ConfirmKeyed.Result.CONFIRMED;
  }

  Replay.Result replay(Replay command) {
    if (outcome != Outcome.FAILED) {
      return Replay.Result.NOT_FAILED;
    }
    state = State.ACCEPTED;
    outcome = null;
    endedBy = null;
    answer = null;
    due = command.due();
    attempt++;
    failures = 0;
    claim(null, null);
    if (!deadline.isAfter(due)) {
      deadline = due.plus(Duration.between(accepted, deadline));
    }
    timeline.add(EventKind.REPLAYED);
    return Replay.Result.REPLAYED;
  }

  private EventKind nameOf(String reply) {
    if (outcome == Outcome.CANCELLED) {
      return EventKind.REPLY_AFTER_CANCEL;
    }
    if (endedBy == null) {
      return EventKind.REPLY_LATE;
    }
    return endedBy.equals(reply) ? EventKind.REPLY_DUPLICATE : EventKind.REPLY_DIFFERENT;
  }
}

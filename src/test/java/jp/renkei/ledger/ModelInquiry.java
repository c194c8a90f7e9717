package jp.renkei.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What must be true of one inquiry: the life of docs/lifecycle.md, told without a database. */
final class ModelInquiry {

  final String id;
  final String body;
  final Instant deadline;
  final List<EventKind> timeline = new ArrayList<>();

  /** The reasons for which replies are held, each with the reply. */
  final Set<String> held = new TreeSet<>();

  State state = State.ACCEPTED;
  Outcome outcome;
  String endedBy;

  /** The SEND row, which is there while the state is ACCEPTED. */
  Instant due;

  int failures;
  String claimedBy;
  Instant claimedUntil;

  ModelInquiry(NewInquiry inquiry, String body) {
    this.id = inquiry.id();
    this.body = body;
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

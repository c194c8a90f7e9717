package jp.renkei.operations.figures;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.renkei.ledger.Accept;
import jp.renkei.ledger.Acceptance;
import jp.renkei.ledger.AnswerQuestion;
import jp.renkei.ledger.BeginPolling;
import jp.renkei.ledger.Command;
import jp.renkei.ledger.CommitListener;
import jp.renkei.ledger.ConfirmKeyed;
import jp.renkei.ledger.Delivered;
import jp.renkei.ledger.End;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.HoldReply;
import jp.renkei.ledger.MarkSent;
import jp.renkei.ledger.Outcome;
import jp.renkei.ledger.Postpone;
import jp.renkei.ledger.Purge;
import jp.renkei.ledger.TryAgain;

/** Counts what was committed: what had no effect, such as a repeated key, counts for nothing. */
final class CountCommits implements CommitListener {

  private final Figures figures;
  private final Clock clock;

  CountCommits(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  @Override
  public void committed(List<? extends Command<?>> commands, List<Object> results, Duration took) {
    figures.writer().countCommitted(commands.size(), took);
    for (int i = 0; i < commands.size(); i++) {
      count(commands.get(i), results.get(i));
    }
  }

  @Override
  public void failed(int commands, Throwable cause) {
    figures
        .writer()
        .countFailed(new Mishap(clock.instant(), commands + "件 / commands: " + root(cause)));
  }

  private void count(Command<?> command, Object result) {
    if (command instanceof Accept accept && result instanceof Acceptance acceptance) {
      if (acceptance.fresh()) {
        figures.flow(accept.inquiry().flow()).countAccepted();
      }
    } else if (command instanceof MarkSent sent && result == MarkSent.Result.SENT) {
      figures.flow(sent.flow()).timeSent(sent.accepted(), sent.at());
    } else if (command instanceof BeginPolling begun && result == MarkSent.Result.SENT) {
      MarkSent sent = begun.sent();
      figures.flow(sent.flow()).timeSent(sent.accepted(), sent.at());
    } else if (command instanceof End end && result != End.Result.ENDED_BEFORE) {
      countEnd(end, result == End.Result.SENT_AND_ENDED);
    } else if (command instanceof TryAgain again && result == TryAgain.Result.PLANNED) {
      figures.flow(again.flow()).countRetried();
    } else if (command instanceof ConfirmKeyed confirmed
        && result == ConfirmKeyed.Result.CONFIRMED) {
      countEnd(confirmed.end(), false);
    } else if (command instanceof ConfirmKeyed confirmed
        && result == ConfirmKeyed.Result.CONFIRMED_LATE) {
      // its end is counted already, as what it was
      figures.flow(confirmed.end().flow()).countAnsweredLate();
    } else if (command instanceof AnswerQuestion answered
        && result instanceof AnswerQuestion.Result its) {
      count(answered, its);
    } else if (command instanceof Purge purge && result instanceof Purge.Result its) {
      if (its.parts() > 0) {
        figures.flow(purge.flow()).countPurged();
      }
    } else if (command instanceof Delivered delivered && Boolean.TRUE.equals(result)) {
      figures.delivery(delivered.address()).countDelivered();
    } else if (command instanceof HoldReply held) {
      note(held);
    } else if (command instanceof Postpone postponed) {
      figures
          .agency(postponed.agency())
          .note(Mishap.of(postponed.at(), EventKind.SEND_POSTPONED, postponed.reason()));
    }
  }

  private void count(AnswerQuestion answered, AnswerQuestion.Result result) {
    for (int i = 0; i < answered.ends().size(); i++) {
      if (result.ended(i)) {
        countEnd(answered.ends().get(i), false);
      }
    }
  }

  private void countEnd(End end, boolean toldTheSending) {
    FlowFigures flow = figures.flow(end.flow());
    flow.countEnded(end.outcome());
    if (toldTheSending && end.sent() != null) {
      flow.timeSent(end.accepted(), end.sent());
    }
    if (end.reply() != null) {
      flow.timeAnswered(end.accepted(), end.sent(), end.at());
    }
    if (end.outcome() == Outcome.FAILED || end.outcome() == Outcome.EXPIRED) {
      flow.note(Mishap.of(end.at(), EventKind.ENDED, end.outcome().name()));
    }
  }

  private void note(HoldReply held) {
    Mishap mishap = Mishap.of(held.reply().at(), held.reason(), null);
    figures.agency(held.reply().agency()).note(mishap);
    if (held.flow() != null) {
      figures.flow(held.flow()).note(mishap);
    }
  }

  /** The class only: a database's message may tell the values it was given. */
  private static String root(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}

package jp.renkei.inquiry;

import java.time.Clock;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Step one: whether the caller may use the flow today. A refusal is an event too. */
public final class Permit {

  private final LedgerWriter writer;
  private final Clock clock;

  public Permit(LedgerWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  /**
   * Lets the submission pass.
   *
   * @throws ProblemException {@code FLOW_NOT_PERMITTED} or, outside the validity of the flow or its
   *     agency, {@code UNKNOWN_FLOW}
   */
  public Submission permit(Submission submission) {
    Flow flow = submission.flow();
    if (!flow.callers().contains(submission.caller())) {
      writer.submit(
          new Note(
              new Event(
                  null,
                  flow.id(),
                  flow.agency().id(),
                  clock.instant(),
                  EventKind.REFUSED,
                  submission.caller(),
                  Problem.FLOW_NOT_PERMITTED.code())));
      throw new ProblemException(Problem.FLOW_NOT_PERMITTED);
    }
    if (!flow.isValidOn(JapaneseTime.dayOf(clock.instant()))) {
      throw new ProblemException(
          Problem.UNKNOWN_FLOW, "/flow", "the flow is not in use on this day");
    }
    return submission;
  }
}

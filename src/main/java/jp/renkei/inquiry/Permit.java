package jp.renkei.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import jp.renkei.flow.Permission;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Whether the permitted list has a line for what a caller asks: step one for the flow, and behind
 * the schema, which knows the payload's items, for these. A refusal is an event too.
 */
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
    LocalDate today = JapaneseTime.dayOf(clock.instant());
    if (flow.permission(submission.caller()).filter(line -> line.isValidOn(today)).isEmpty()) {
      note(submission, Problem.FLOW_NOT_PERMITTED.code());
      throw new ProblemException(Problem.FLOW_NOT_PERMITTED);
    }
    if (!flow.isValidOn(today)) {
      throw new ProblemException(
          Problem.UNKNOWN_FLOW, "/flow", "the flow is not in use on this day");
    }
    return submission;
  }

  /**
   * Lets the inquiry pass whose payload has permitted items only.
   *
   * @throws ProblemException {@code ITEM_NOT_PERMITTED} with a fault for every other item
   */
  public ValidInquiry permitItems(ValidInquiry valid) {
    Submission submission = valid.submission();
    Set<String> permitted =
        submission.flow().permission(submission.caller()).map(Permission::items).orElseGet(Set::of);
    List<String> others = new ArrayList<>();
    submission
        .payload()
        .fieldNames()
        .forEachRemaining(
            item -> {
              if (!permitted.contains(item)) {
                others.add(item);
              }
            });
    if (!others.isEmpty()) {
      note(submission, Problem.ITEM_NOT_PERMITTED.code() + " " + String.join(", ", others));
      throw new ProblemException(
          Problem.ITEM_NOT_PERMITTED,
          others.stream()
              .map(item -> new Fault("/payload/" + item, "not permitted to this caller"))
              .toList());
    }
    return valid;
  }

  private void note(Submission submission, String detail) {
    Flow flow = submission.flow();
    writer.submit(
        new Note(
            new Event(
                null,
                flow.id(),
                flow.agency().id(),
                clock.instant(),
                EventKind.REFUSED,
                submission.caller(),
                detail)));
  }
}

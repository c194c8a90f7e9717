package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.Question;
import jp.renkei.message.TestSubjects;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Step two: whether the payload and the deadline fit the flow, whom it asks, and what leaves. */
public final class Validate {

  private final MessageKinds kinds;
  private final IndividualNumberGuards guards;
  private final TestSubjects refused;
  private final WhomToAsk whom;
  private final FitToAgency fitting;
  private final Clock clock;

  /**
   * @param refused the test subjects that may not be asked about
   */
  public Validate(
      MessageKinds kinds,
      IndividualNumberGuards guards,
      TestSubjects refused,
      WhomToAsk whom,
      Clock clock) {
    this.kinds = kinds;
    this.guards = guards;
    this.refused = refused;
    this.whom = whom;
    this.fitting = new FitToAgency(guards);
    this.clock = clock;
  }

  /**
   * Reads the question and settles the deadline.
   *
   * @throws jp.renkei.problem.ProblemException with the places that are wrong
   */
  public ValidInquiry validate(Submission submission) {
    MessageKind kind = kinds.byId(submission.flow().kind()).orElseThrow();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    refuseIndividualNumbers(submission, kind);
    Question given = kind.question(submission.payload());
    refuseTestSubjects(given.subject());
    WhomToAsk.Found found = whom.find(submission.flow(), given, now);
    Submission asking = submission.on(found.flow());
    return new ValidInquiry(
        asking,
        kind,
        found.question(),
        fitting.fit(asking, kind, found.question()),
        now,
        Deadline.of(asking.deadline(), asking.flow(), now),
        null);
  }

  private void refuseIndividualNumbers(Submission submission, MessageKind kind) {
    List<Fault> faults =
        guards.inPayload(kind, submission.payload(), submission.flow().individualNumber());
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INDIVIDUAL_NUMBER, faults);
    }
  }

  private void refuseTestSubjects(String residentNumber) {
    if (refused.include(residentNumber)) {
      throw new ProblemException(
          Problem.TEST_SUBJECT, "/payload/residentNumber", "reserved for test subjects");
    }
  }
}

package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.renkei.flow.Agency;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.message.Question;
import jp.renkei.message.TestSubjects;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Step two: whether the payload and the deadline fit the flow. */
public final class Validate {

  private final MessageKinds kinds;
  private final IndividualNumberGuards guards;
  private final TestSubjects refused;
  private final Clock clock;

  /**
   * @param refused the test subjects that may not be asked about
   */
  public Validate(
      MessageKinds kinds, IndividualNumberGuards guards, TestSubjects refused, Clock clock) {
    this.kinds = kinds;
    this.guards = guards;
    this.refused = refused;
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
    Question question = kind.question(submission.payload());
    refuseTestSubjects(question.subject());
    refuseStrangers(submission.flow().agency(), question.provider());
    return new ValidInquiry(
        submission,
        kind,
        question,
        now,
        Deadline.of(submission.deadline(), submission.flow(), now),
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

  private static void refuseStrangers(Agency agency, String provider) {
    if (provider != null
        && agency.providers().stream().noneMatch(member -> member.code().equals(provider))) {
      throw new ProblemException(
          Problem.INVALID_PAYLOAD, "/payload/provider", "not a provider of the agency");
    }
  }
}

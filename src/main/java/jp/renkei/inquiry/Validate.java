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
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Step two: whether the payload and the deadline fit the flow. */
public final class Validate {

  private final MessageKinds kinds;
  private final IndividualNumberGuards guards;
  private final Clock clock;

  public Validate(MessageKinds kinds, IndividualNumberGuards guards, Clock clock) {
    this.kinds = kinds;
    this.guards = guards;
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

  private static void refuseStrangers(Agency agency, String provider) {
    if (provider != null
        && agency.providers().stream().noneMatch(member -> member.code().equals(provider))) {
      throw new ProblemException(
          Problem.INVALID_PAYLOAD, "/payload/provider", "not a provider of the agency");
    }
  }
}

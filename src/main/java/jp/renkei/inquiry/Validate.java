package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;

/** Step two: whether the payload and the deadline fit the flow. */
public final class Validate {

  private final MessageKinds kinds;
  private final Clock clock;

  public Validate(MessageKinds kinds, Clock clock) {
    this.kinds = kinds;
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
    return new ValidInquiry(
        submission,
        kind,
        kind.question(submission.payload()),
        now,
        Deadline.of(submission.deadline(), submission.flow(), now));
  }
}

package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jp.renkei.inquiry.CallerMessage;
import jp.renkei.inquiry.ReadSubmission;
import jp.renkei.inquiry.Submission;
import jp.renkei.ledger.Lane;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Caller;

/**
 * The door for inquiries by queue: what a caller would post over HTTP, and the same answers, on the
 * caller's own queue.
 */
public final class QueueDoor {

  private final TakeMessage messages;
  private final CallerShares shares;
  private final ReadSubmission submissions;
  private final SubmitAndWait submitAndWait;
  private final InquiryViews views;

  QueueDoor(
      TakeMessage messages,
      CallerShares shares,
      ReadSubmission submissions,
      SubmitAndWait submitAndWait,
      InquiryViews views) {
    this.messages = messages;
    this.shares = shares;
    this.submissions = submissions;
    this.submitAndWait = submitAndWait;
    this.views = views;
  }

  /**
   * Takes a message; completes when what is to be done and what its sender is told are both
   * durable.
   *
   * @throws jp.renkei.inquiry.DeadLetter where nobody can be told, or the hub itself fails at it
   *     every time
   */
  public CompletableFuture<Void> take(CallerMessage incoming) {
    return messages.take(incoming, this::accepted);
  }

  private CompletableFuture<TakeMessage.Answer> accepted(Caller caller, CallerMessage incoming) {
    return submitAndWait
        .submit(submission(caller, incoming), Duration.ZERO)
        .thenApply(
            seen ->
                new TakeMessage.Answer("acceptance/1.0", seen.inquiry().id(), views.whole(seen)));
  }

  private Submission submission(Caller caller, CallerMessage incoming) {
    shares.take(caller);
    ObjectNode body = messages.body(caller, incoming, caller.share().largestBody());
    String key = key(incoming, body);
    Submission submission = submissions.read(caller.id(), key, "/key", body, Lane.SINGLE);
    if (submission.flow().individualNumber()) {
      throw new ProblemException(Problem.NOT_BY_QUEUE, "/flow", "may carry an individual number");
    }
    return incoming.replyTo() == null ? submission : submission.answeredByQueue();
  }

  /** Beside the body, or in it; where it stands twice, twice the same. */
  private static String key(CallerMessage incoming, ObjectNode body) {
    if (!body.has("key")) {
      return incoming.key();
    }
    if (body.remove("key") instanceof TextNode inside
        && (incoming.key() == null || incoming.key().equals(inside.textValue()))) {
      return inside.textValue();
    }
    throw new ProblemException(
        Problem.INVALID_FIELD, "/key", "not a text, or not the one beside the body");
  }
}

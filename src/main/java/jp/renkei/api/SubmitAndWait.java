package jp.renkei.api;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import jp.renkei.inquiry.Entrance;
import jp.renkei.inquiry.RecallEarlier;
import jp.renkei.inquiry.Submission;
import jp.renkei.inquiry.Waiters;
import jp.renkei.ledger.Acceptance;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Hands a submission in and, where the caller wants it, waits for its end without a thread. */
final class SubmitAndWait {

  private static final int CONTENT_REFUSED = 422;

  private final Entrance entrance;
  private final RecallEarlier earlier;
  private final Waiters waiters;
  private final LedgerReader reader;
  private final Executor executor;

  SubmitAndWait(
      Entrance entrance,
      RecallEarlier earlier,
      Waiters waiters,
      LedgerReader reader,
      Executor executor) {
    this.entrance = entrance;
    this.earlier = earlier;
    this.waiters = waiters;
    this.reader = reader;
    this.executor = executor;
  }

  /** The inquiry that the submission made, or repeated. */
  CompletableFuture<Inquiry> submit(Submission submission, Duration longest) {
    return entrance
        .submit(submission)
        .exceptionallyCompose(failure -> recalled(submission, failure))
        .thenCompose(
            acceptance -> {
              if (!acceptance.sameBody()) {
                throw new ProblemException(Problem.KEY_REUSED);
              }
              return longest.isZero() || acceptance.inquiry().state() == State.ENDED
                  ? CompletableFuture.completedFuture(acceptance.inquiry())
                  : until(acceptance.inquiry().id(), longest);
            });
  }

  /** The inquiry once it has ended, or as it is when the time is over. */
  CompletableFuture<Inquiry> until(String id, Duration longest) {
    if (longest.isZero()) {
      return CompletableFuture.completedFuture(now(id));
    }
    CompletableFuture<Void> ended = waiters.until(id);
    if (now(id).state() == State.ENDED) {
      ended.complete(null);
    }
    return ended
        .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
        .thenApplyAsync(nothing -> now(id), executor);
  }

  private Inquiry now(String id) {
    return reader.inquiry(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
  }

  private CompletableFuture<Acceptance> recalled(Submission submission, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ProblemException problem
        && problem.problem().status() == CONTENT_REFUSED) {
      return earlier
          .recall(submission)
          .map(CompletableFuture::completedFuture)
          .orElseGet(() -> CompletableFuture.failedFuture(cause));
    }
    return CompletableFuture.failedFuture(cause);
  }
}

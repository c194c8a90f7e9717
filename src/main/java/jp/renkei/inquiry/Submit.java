package jp.renkei.inquiry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jp.renkei.ledger.Acceptance;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Hands a submission in for a door, and tells what became of it: the inquiry that it made or
 * repeated, or the earlier one that the flow hands back. A repeat is recognised also where it would
 * be refused by now.
 */
public final class Submit {

  private static final int CONTENT_REFUSED = 422;

  private final Entrance entrance;
  private final RecallEarlier earlier;

  public Submit(Entrance entrance, RecallEarlier earlier) {
    this.entrance = entrance;
    this.earlier = earlier;
  }

  /**
   * Hands it in.
   *
   * @return completes after the commit, always with the same body; fails with {@link
   *     ProblemException}, {@code KEY_REUSED} among them, or with {@link
   *     jp.renkei.ledger.LedgerUnavailable}
   */
  public CompletableFuture<Acceptance> submit(Submission submission) {
    return entrance
        .submit(submission)
        .exceptionallyCompose(failure -> recalled(submission, failure))
        .thenApply(
            acceptance -> {
              if (!acceptance.sameBody()) {
                throw new ProblemException(Problem.KEY_REUSED);
              }
              return acceptance;
            });
  }

  private CompletableFuture<Acceptance> recalled(Submission submission, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof HandedBack handed) {
      return CompletableFuture.completedFuture(new Acceptance(handed.earlier(), false, true));
    }
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

package jp.renkei.inquiry;

import java.util.concurrent.CompletableFuture;
import jp.renkei.ledger.Acceptance;

/** Where every door hands its submissions in. */
public interface Entrance {

  /**
   * Hands a submission in.
   *
   * @return completes after the commit; fails with {@link jp.renkei.problem.ProblemException} where
   *     the submission is refused, or with {@link jp.renkei.ledger.LedgerUnavailable}
   */
  CompletableFuture<Acceptance> submit(Submission submission);
}

package jp.renkei.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import jp.renkei.inquiry.EndedInquiry;
import jp.renkei.inquiry.Submission;
import jp.renkei.inquiry.Submit;
import jp.renkei.inquiry.Waiters;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Hands a submission in and, where the caller wants it, waits for its end without a thread. */
final class SubmitAndWait {

  private final Submit submit;
  private final Waiters waiters;
  private final LedgerReader reader;
  private final Executor executor;

  SubmitAndWait(Submit submit, Waiters waiters, LedgerReader reader, Executor executor) {
    this.submit = submit;
    this.waiters = waiters;
    this.reader = reader;
    this.executor = executor;
  }

  /** The inquiry that the submission made, or repeated. */
  CompletableFuture<SeenInquiry> submit(Submission submission, Duration longest) {
    return submit
        .submit(submission)
        .thenCompose(
            acceptance -> {
              Inquiry inquiry = acceptance.inquiry();
              if (longest.isZero() || inquiry.state() == State.ENDED) {
                return CompletableFuture.completedFuture(SeenInquiry.inTheLedger(inquiry));
              }
              // one that is new here ends here, or is found by asking for all that end elsewhere
              return acceptance.fresh()
                  ? within(longest, inquiry.id(), waiters.until(inquiry.id()))
                  : until(inquiry.id(), longest);
            });
  }

  /** The inquiry once it has ended, or as it is when the time is over. */
  CompletableFuture<SeenInquiry> until(String id, Duration longest) {
    if (longest.isZero()) {
      return CompletableFuture.completedFuture(now(id));
    }
    CompletableFuture<Optional<EndedInquiry>> ended = waiters.until(id);
    if (now(id).inquiry().state() == State.ENDED) {
      ended.complete(Optional.empty());
    }
    return within(longest, id, ended);
  }

  private CompletableFuture<SeenInquiry> within(
      Duration longest, String id, CompletableFuture<Optional<EndedInquiry>> ended) {
    return ended
        .completeOnTimeout(Optional.empty(), longest.toMillis(), TimeUnit.MILLISECONDS)
        .thenCompose(
            end ->
                end.map(SeenInquiry::justEnded)
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> CompletableFuture.supplyAsync(() -> now(id), executor)));
  }

  private SeenInquiry now(String id) {
    return SeenInquiry.inTheLedger(
        reader.inquiry(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)));
  }
}

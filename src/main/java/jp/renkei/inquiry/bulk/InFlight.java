package jp.renkei.inquiry.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.renkei.inquiry.ReadSubmission;
import jp.renkei.inquiry.Refusal;
import jp.renkei.inquiry.Submission;
import jp.renkei.inquiry.Submit;
import jp.renkei.ledger.Acceptance;
import jp.renkei.ledger.Lane;
import jp.renkei.ledger.State;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.problem.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines that are handed in and not settled, the oldest first. One thread's. */
final class InFlight {

  private static final Logger log = LoggerFactory.getLogger(InFlight.class);

  private static final String KEY = "key";
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final int COMMIT_SECONDS = 60;

  private final Submit submit;
  private final TakeInquiries.Pauser pauser;
  private final ResultListener results;
  private final Queue<Waiting> waiting = new ArrayDeque<>(TakeInquiries.IN_FLIGHT);
  private final Set<String> keys = new HashSet<>();
  private Duration patience = Duration.ofSeconds(TakeInquiries.PATIENCE_SECONDS);
  private int notNowInARow;

  InFlight(Submit submit, TakeInquiries.Pauser pauser, ResultListener results) {
    this.submit = submit;
    this.pauser = pauser;
    this.results = results;
  }

  /** A line on its way. */
  private record Waiting(
      long line, String key, Submission submission, CompletableFuture<Acceptance> acceptance) {}

  void add(ReadSubmission submissions, String caller, Posted posted) throws IOException {
    if (waiting.size() == TakeInquiries.IN_FLIGHT) {
      settleFirst();
    }
    String key = posted.body() == null ? null : key(posted.body());
    try {
      if (posted.unreadable() != null) {
        throw posted.unreadable();
      }
      ObjectNode inquiry = posted.body().without(List.of(KEY));
      Submission submission = submissions.read(caller, key, "/" + KEY, inquiry, Lane.BULK);
      // of two with one key the first is the one that is meant, also in one group of the ledger
      while (keys.contains(key)) {
        settleFirst();
      }
      keys.add(key);
      waiting.add(new Waiting(posted.line(), key, submission, submit.submit(submission)));
    } catch (ProblemException e) {
      waiting.add(new Waiting(posted.line(), key, null, CompletableFuture.failedFuture(e)));
    }
  }

  void settleAll() throws IOException {
    while (!waiting.isEmpty()) {
      settleFirst();
    }
  }

  private void settleFirst() throws IOException {
    Waiting first = waiting.remove();
    LineResult result = result(first, first.acceptance());
    while (isNotNow(result) && first.submission() != null && waited()) {
      result = result(first, submit.submit(first.submission()));
    }
    if (first.submission() != null) {
      keys.remove(first.key());
    }
    notNowInARow = isNotNow(result) ? notNowInARow + 1 : 0;
    if (notNowInARow == TakeInquiries.IN_FLIGHT) {
      throw new ProblemException(result.problem(), LONGEST_PAUSE);
    }
    results.settled(result);
  }

  private static boolean isNotNow(LineResult result) {
    return result.problem() != null && result.problem().retry() == Retry.AFTER_PAUSE;
  }

  /** Lets some time pass, if there is patience left. */
  private boolean waited() throws InterruptedIOException {
    if (patience.isNegative() || patience.isZero()) {
      return false;
    }
    patience = patience.minus(PAUSE);
    try {
      pauser.pause(PAUSE);
      return true;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static LineResult result(Waiting line, CompletableFuture<Acceptance> acceptance)
      throws InterruptedIOException {
    try {
      Acceptance told = acceptance.get(COMMIT_SECONDS, TimeUnit.SECONDS);
      int status = told.inquiry().state() == State.ENDED ? 200 : 202;
      return LineResult.accepted(line.line(), line.key(), status, told.inquiry().id());
    } catch (ExecutionException e) {
      return refused(line, e.getCause());
    } catch (TimeoutException e) {
      return LineResult.refused(line.line(), line.key(), Problem.UNAVAILABLE, List.of());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static LineResult refused(Waiting line, Throwable failure) {
    Optional<Refusal> refusal = Refusal.of(failure);
    if (refusal.isEmpty()) {
      log.error("A line of a batch failed in an unknown way", Refusal.cause(failure));
    }
    return LineResult.refused(
        line.line(),
        line.key(),
        refusal.map(Refusal::problem).orElse(Problem.INTERNAL),
        refusal.map(Refusal::faults).orElse(List.of()));
  }

  /** What may be a key; anything else is not repeated to anybody. */
  private static String key(ObjectNode inquiry) {
    JsonNode key = inquiry.get(KEY);
    return key != null && key.isTextual() && ReadSubmission.isKey(key.textValue())
        ? key.textValue()
        : null;
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("The hub stops");
  }
}

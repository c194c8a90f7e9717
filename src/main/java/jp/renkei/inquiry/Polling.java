package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.BeginPolling;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.MarkSent;
import jp.renkei.ledger.PollClaims;
import jp.renkei.ledger.PollWork;
import jp.renkei.ledger.Polled;
import jp.renkei.ledger.SendWork;

/**
 * Asks for an answer that an agency has promised, until it is there or the inquiry has ended. What
 * is still to be asked is a row of the ledger, so that a restart asks on.
 */
public final class Polling {

  /** The longest pause after failures. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final LedgerWriter writer;
  private final PollClaims claims;
  private final RecentInquiries recent;
  private final Catalogue catalogue;
  private final Breakers breakers;
  private final Clock clock;

  public Polling(
      LedgerWriter writer,
      PollClaims claims,
      RecentInquiries recent,
      Catalogue catalogue,
      Breakers breakers,
      Clock clock) {
    this.writer = writer;
    this.claims = claims;
    this.recent = recent;
    this.catalogue = catalogue;
    this.breakers = breakers;
    this.clock = clock;
  }

  /**
   * T2: the agency has the message and promises an answer.
   *
   * @param location where it can be asked for, or null for the agency's usual place
   * @param pause how long the agency wants to be left alone until then
   */
  public CompletableFuture<MarkSent.Result> begin(SendWork work, String location, Duration pause) {
    Instant at = clock.instant();
    recent.sent(work.number(), at);
    breakers.sent(catalogue.agency(work.agency()).orElseThrow());
    MarkSent sent =
        new MarkSent(
            work.inquiryId(), work.flow(), work.agency(), work.attempt(), work.accepted(), at);
    return writer.submit(
        new BeginPolling(sent, at.plus(longer(interval(work.agency()), pause)), location));
  }

  /** What is due for an agency, as many as may be on their way at once. */
  public List<PollWork> claim(String agency) {
    return claims.claim(agency, catalogue.agency(agency).orElseThrow().inFlight());
  }

  /** An answer came that may not have been the end: asks again, unless it has ended by then. */
  public CompletableFuture<Void> again(PollWork work) {
    return again(work, Duration.ZERO);
  }

  /**
   * Not yet there: asks again.
   *
   * @param pause how long the agency wants to be left alone until then
   */
  public CompletableFuture<Void> again(PollWork work, Duration pause) {
    Instant now = clock.instant();
    Duration wait = longer(interval(work.agency()), pause);
    return writer.submit(new Polled(work, 0, now, now.plus(wait), null));
  }

  /** What came is held, and would come again: an operator decides. */
  public CompletableFuture<Void> stop(PollWork work) {
    return writer.submit(new Polled(work, 0, clock.instant(), null, null));
  }

  /** Asking failed: later, after pauses that grow. */
  public CompletableFuture<Void> postpone(PollWork work, SendFault fault) {
    int failures = work.failures() + 1;
    Instant now = clock.instant();
    Duration grown = interval(work.agency()).multipliedBy(1L << Math.min(failures - 1, 10));
    Duration capped =
        grown.compareTo(LONGEST_PAUSE) > 0 ? longer(interval(work.agency()), LONGEST_PAUSE) : grown;
    return writer.submit(
        new Polled(work, failures, now, now.plus(longer(capped, fault.pause())), fault.name()));
  }

  private Duration interval(String agency) {
    return catalogue.agency(agency).orElseThrow().https().pollInterval();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}

package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Outbox;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.Postpone;
import jp.renkei.ledger.Release;
import jp.renkei.ledger.SendWork;

/** What follows a sending (S1): it is noted (T2), or it is given back to the ledger for later. */
public final class Sending {

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));

  /** A claim with less than this left is not sent on: another node may be about to take it. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final LedgerWriter writer;
  private final RecentInquiries recent;
  private final SentNotes notes;
  private final Catalogue catalogue;
  private final RecheckRight rights;
  private final Gates gates;
  private final Breakers breakers;
  private final Outboxes outboxes;
  private final Incarnation incarnation;
  private final Clock clock;

  public Sending(
      LedgerWriter writer,
      RecentInquiries recent,
      SentNotes notes,
      Catalogue catalogue,
      RecheckRight rights,
      Gates gates,
      Breakers breakers,
      Outboxes outboxes,
      Incarnation incarnation,
      Clock clock) {
    this.writer = writer;
    this.recent = recent;
    this.notes = notes;
    this.catalogue = catalogue;
    this.rights = rights;
    this.gates = gates;
    this.breakers = breakers;
    this.outboxes = outboxes;
    this.incarnation = incarnation;
    this.clock = clock;
  }

  /**
   * Whether this node may still send the work: its claim holds, the deadline has not come and the
   * way is open, or a probe is to find that out. What may not be sent is dropped from memory; its
   * row is given back and claimed again, or ends at the deadline. What its caller may no longer ask
   * ends at once, whatever brings it here: a first sending, a retry, a probe or a replay.
   */
  public boolean mayStillBeSent(SendWork work) {
    Instant now = clock.instant();
    boolean may =
        now.plus(MARGIN).isBefore(work.claimedUntil())
            && now.isBefore(work.deadline())
            && (work.probe() || gates.opens(work.agency(), work.provider(), work.lane()));
    if (!may) {
      outboxes.of(work.agency()).window().giveBack();
      release(work);
    }
    return may && rights.stands(work);
  }

  /** Gives back what waits in memory for an agency that is paused: it may wait for long. */
  public void release(Outbox outbox) {
    for (SendWork work = outbox.poll(); work != null; work = outbox.poll()) {
      outbox.giveBack(1);
      release(work);
    }
  }

  private void release(SendWork work) {
    writer.submit(new Release(work.inquiryId(), work.attempt(), incarnation.id()));
  }

  /** T2: the agency's queue has the message. */
  public void sent(SendWork work) {
    Instant at = clock.instant();
    recent.sent(work.number(), at);
    notes.add(work, at);
    breakers.sent(agency(work));
  }

  /**
   * Gives the work back: due again after a pause that doubles with every failure, from one second
   * to two minutes, with a jitter of half of it; longer where the agency asks for it.
   */
  public CompletableFuture<Void> postpone(SendWork work, Throwable cause) {
    String fault =
        cause instanceof SendFault named ? named.name() : cause.getClass().getSimpleName();
    breakers.notSent(agency(work), work.inquiryId(), fault);
    outboxes.of(work.agency()).window().giveBack();
    int failures = work.failures() + 1;
    Instant now = clock.instant();
    return writer.submit(
        new Postpone(
            work.inquiryId(),
            work.flow(),
            work.agency(),
            work.attempt(),
            failures,
            now,
            now.plus(longer(BACKOFF.after(failures), cause)),
            fault));
  }

  private static Duration longer(Duration pause, Throwable cause) {
    return cause instanceof SendFault fault && fault.pause().compareTo(pause) > 0
        ? fault.pause()
        : pause;
  }

  private Agency agency(SendWork work) {
    return catalogue.agency(work.agency()).orElseThrow();
  }
}

package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.ledger.Delivered;
import jp.renkei.ledger.DeliveryBox;
import jp.renkei.ledger.DeliveryBoxes;
import jp.renkei.ledger.DeliveryClaims;
import jp.renkei.ledger.DeliveryWork;
import jp.renkei.ledger.Event;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Note;
import jp.renkei.ledger.ReleaseDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What surrounds a delivery (S2): whether it may still go, that it went (T4), and what becomes of a
 * queue that takes nothing, because its caller does not read it or the broker is away. Such a queue
 * is one piece of news at the beginning and one at the end; what it should get waits in the ledger,
 * and the other callers notice nothing.
 */
public final class Delivering {

  private static final Logger log = LoggerFactory.getLogger(Delivering.class);

  /** A claim with less than this left is not sent on: another node may be about to take it. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** How long a queue that took nothing is left alone. */
  private static final Duration REST = Duration.ofSeconds(1);

  private static final int MOST = 500;

  private final LedgerWriter writer;
  private final DeliveryBoxes boxes;
  private final DeliveryClaims claims;
  private final Incarnation incarnation;
  private final Clock clock;
  private final Map<String, HeldUp> heldUp = new ConcurrentHashMap<>();
  private Instant recovered = Instant.MIN;

  public Delivering(
      LedgerWriter writer,
      DeliveryBoxes boxes,
      DeliveryClaims claims,
      Incarnation incarnation,
      Clock clock) {
    this.writer = writer;
    this.boxes = boxes;
    this.claims = claims;
    this.incarnation = incarnation;
    this.clock = clock;
  }

  /** Whether this node may still deliver it; what it may not is given back. */
  public boolean mayStillGo(DeliveryWork work) {
    boolean may = clock.instant().plus(MARGIN).isBefore(work.claimedUntil());
    if (!may) {
      release(work);
    }
    return may;
  }

  /** T4: the broker has it. Not waited for: where the note fails, the same goes again. */
  public void delivered(DeliveryWork work) {
    heldUp.computeIfPresent(work.address(), (address, held) -> held.after(true, clock));
    writer.submit(new Delivered(work.id(), work.address()));
  }

  /** It is taken back and does not go: the next may be tried sooner. */
  public void takenBack(DeliveryWork work) {
    heldUp.computeIfPresent(work.address(), (address, held) -> held.more());
  }

  /** The broker did not take it: it stays in the ledger, and so does what waits behind it. */
  public void notTaken(DeliveryWork work, Throwable cause) {
    DeliveryBox box = boxes.of(work.address());
    box.close();
    HeldUp[] begun = new HeldUp[1];
    heldUp.compute(
        work.address(),
        (address, held) -> {
          if (held != null) {
            return held.after(false, clock);
          }
          begun[0] = HeldUp.begin(cause.getClass().getSimpleName(), clock);
          return begun[0];
        });
    if (begun[0] != null) {
      tell(work.address(), EventKind.DELIVERIES_STOPPED, begun[0].why());
      log.warn(
          "{} takes nothing ({}): its caller does not read it, or the broker is away; what is owed"
              + " waits in the ledger / 結果を配信できません。台帳に保持しています",
          work.address(),
          begun[0].why());
    }
    release(work);
    for (DeliveryWork next = box.poll(); next != null; next = box.poll()) {
      box.free(1);
      release(next);
    }
  }

  /** Takes out of the ledger what waits there, ten times a second: safe on every node. */
  public void turn() {
    Instant now = clock.instant();
    boolean all = !now.isBefore(recovered.plusSeconds(1));
    if (all) {
      recovered = now;
    }
    for (DeliveryBox box : boxes.all()) {
      HeldUp held = heldUp.get(box.address());
      if (held != null) {
        tryAgain(box, held, now);
      } else if (all || box.behind()) {
        claimAll(box);
      }
    }
  }

  private void claimAll(DeliveryBox box) {
    int claimed = MOST;
    while (claimed == MOST) {
      claimed = claims.claim(box, MOST);
    }
  }

  /**
   * First one, then more with each that is taken: a queue that is full is not tried in vain. What
   * is owed nothing any more, because all was taken back, is held up no more.
   */
  private void tryAgain(DeliveryBox box, HeldUp held, Instant now) {
    if (now.isBefore(held.restsUntil())) {
      return;
    }
    int claimed = claims.claim(box, held.allowed());
    // so many in a row were taken that what comes meanwhile is no sign of trouble
    boolean flows = claimed == 0 || (held.allowed() == MOST && claimed < MOST);
    if (flows && !box.behind() && (held.took() || !claims.isOwed(box.address()))) {
      heldUp.remove(box.address());
      box.open();
      Duration lasted = Duration.between(held.since(), now);
      tell(box.address(), EventKind.DELIVERIES_RESUMED, "after " + lasted.toSeconds() + " s");
      log.info("{} has all that it was owed / 配信が回復しました", box.address());
    }
  }

  /** Since when and why a queue takes nothing, or nothing where all is well. */
  public Optional<HeldUp> heldUp(String address) {
    return Optional.ofNullable(heldUp.get(address));
  }

  private void release(DeliveryWork work) {
    writer.submit(new ReleaseDelivery(work.id(), incarnation.id()));
  }

  private void tell(String address, EventKind what, String detail) {
    writer.submit(
        new Note(
            new Event(null, null, null, clock.instant(), what, "hub", address + ": " + detail)));
  }

  /**
   * A queue that takes nothing, or not all.
   *
   * @param why the fault's class
   * @param allowed how many may be tried at the next turn
   * @param took whether the last that was tried was taken
   */
  public record HeldUp(Instant since, String why, Instant restsUntil, int allowed, boolean took) {

    static HeldUp begin(String why, Clock clock) {
      Instant now = clock.instant();
      return new HeldUp(now, why, now.plus(REST), 1, false);
    }

    /** One was tried in no way: whether the queue takes anything is not known by it. */
    HeldUp more() {
      return new HeldUp(since, why, restsUntil, Math.min(MOST, allowed * 2), took);
    }

    HeldUp after(boolean taken, Clock clock) {
      return taken
          ? new HeldUp(since, why, restsUntil, Math.min(MOST, allowed * 2), true)
          : new HeldUp(since, why, clock.instant().plus(REST), 1, false);
    }
  }
}

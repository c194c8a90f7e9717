package jp.renkei.ledger;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Messages of one agency that this node has claimed, in memory and bounded: a place is reserved
 * before the claim is written, in memory and in the agency's {@link Window}, and freed when the
 * work is off the node's hands. What finds no place stays in the ledger, where it can be counted.
 * Single inquiries leave before bulk.
 */
public final class Outbox {

  private final String agency;
  private final int size;
  private final Window window;
  private final Semaphore places;
  private final Semaphore waiting = new Semaphore(0);
  private final Queue<SendWork> single = new ConcurrentLinkedQueue<>();
  private final Queue<SendWork> bulk = new ConcurrentLinkedQueue<>();
  private final Queue<SendWork> probes = new ConcurrentLinkedQueue<>();
  private final Behind singles = new Behind();
  private final Behind bulks = new Behind();

  /** What waits in the ledger, as far as this node knows. */
  private static final class Behind {

    /** Something waits that is older than what comes now, which waits behind it. */
    private volatile boolean older = true;

    /** Something was committed that found no place. */
    private volatile boolean fresh;
  }

  Outbox(String agency, int capacity, int window) {
    this.agency = agency;
    this.size = capacity;
    this.window = new Window(window);
    this.places = new Semaphore(capacity);
  }

  public String agency() {
    return agency;
  }

  /** The agency's unanswered inquiries. */
  public Window window() {
    return window;
  }

  /** How many places there are. */
  public int size() {
    return size;
  }

  /** How many places are taken: reserved, waiting, or on their way. */
  public int used() {
    return size - places.availablePermits();
  }

  /**
   * Takes a place for a new inquiry, if there is one and nothing older of its lane waits for it in
   * the ledger; bulk waits for singles, too.
   */
  public boolean reserve(Lane lane) {
    boolean free = !singles.older && (lane == Lane.SINGLE || !bulks.older);
    boolean reserved = free && take(lane);
    if (!reserved) {
      of(lane).older = true;
    }
    return reserved;
  }

  /** Takes as many places as there are for a lane, at most so many. */
  int reserveUpTo(int most, Lane lane) {
    int taken = 0;
    while (taken < most && take(lane)) {
      taken++;
    }
    return taken;
  }

  /** A quarter of the window, at least one place, is for the counter alone. */
  private boolean take(Lane lane) {
    int most = lane == Lane.SINGLE ? window.size() : window.size() - Math.max(1, window.size() / 4);
    if (!places.tryAcquire()) {
      return false;
    }
    if (!window.take(Math.max(1, most))) {
      places.release();
      return false;
    }
    return true;
  }

  /**
   * Sets the window right.
   *
   * @param unanswered how many inquiries the agency has and owes, as far as the ledger and this
   *     node know
   */
  public void count(long unanswered) {
    window.count(unanswered + used());
  }

  /** Whether inquiries of any lane wait for it in the ledger, as far as this node knows. */
  public boolean behind() {
    return behind(Lane.SINGLE) || behind(Lane.BULK);
  }

  /** Whether inquiries of the lane wait for it in the ledger, as far as this node knows. */
  public boolean behind(Lane lane) {
    return of(lane).older || of(lane).fresh;
  }

  /** An inquiry that found no place is in the ledger, where it can be claimed. */
  public void waits(Lane lane) {
    of(lane).fresh = true;
  }

  /** The lane is about to be looked for in the ledger; what is committed later is not seen. */
  void looked(Lane lane) {
    of(lane).fresh = false;
  }

  /** Nothing of the lane that is older than what comes now waits in the ledger. */
  public void caughtUp(Lane lane) {
    of(lane).older = false;
  }

  private Behind of(Lane lane) {
    return lane == Lane.SINGLE ? singles : bulks;
  }

  /** Puts work into a place that was reserved for it. */
  public void put(SendWork claimed) {
    (claimed.lane() == Lane.SINGLE ? single : bulk).add(claimed);
    waiting.release();
  }

  /** Puts in what is to be sent although nothing else is, to try whether it goes again. */
  public void putProbe(SendWork claimed) {
    probes.add(claimed);
  }

  /** What is to be tried, or null. */
  public SendWork nextProbe() {
    return probes.poll();
  }

  /** The next work, or null where there is none now. */
  public SendWork poll() {
    return waiting.tryAcquire() ? first() : null;
  }

  /** The next work, or null when none came in time. Its place stays taken until {@link #free}. */
  public SendWork next(long millis) throws InterruptedException {
    return waiting.tryAcquire(millis, TimeUnit.MILLISECONDS) ? first() : null;
  }

  private SendWork first() {
    SendWork next = single.poll();
    return next == null ? bulk.poll() : next;
  }

  /** Frees the place of work that is off this node's hands; the agency may owe its reply. */
  public void free() {
    places.release();
  }

  /** Frees places that were reserved, of what was not sent after all. */
  public void giveBack(int unsent) {
    places.release(unsent);
    for (int i = 0; i < unsent; i++) {
      window.giveBack();
    }
  }
}

package jp.renkei.ledger;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Messages of one agency that this node has claimed, in memory and bounded: a place is reserved
 * before the claim is written, and freed when the work is off the node's hands. What finds no place
 * stays in the ledger, where it can be counted.
 */
public final class Outbox {

  private final String agency;
  private final int size;
  private final Semaphore places;
  private final LinkedBlockingQueue<SendWork> work = new LinkedBlockingQueue<>();

  Outbox(String agency, int capacity) {
    this.agency = agency;
    this.size = capacity;
    this.places = new Semaphore(capacity);
  }

  public String agency() {
    return agency;
  }

  /** How many places there are. */
  public int size() {
    return size;
  }

  /** How many places are taken: reserved, waiting, or on their way. */
  public int used() {
    return size - places.availablePermits();
  }

  /** Takes a place, if there is one. */
  public boolean reserve() {
    return places.tryAcquire();
  }

  /** Takes as many places as there are, at most so many. */
  int reserveUpTo(int most) {
    int taken = 0;
    while (taken < most && places.tryAcquire()) {
      taken++;
    }
    return taken;
  }

  /** Puts work into a place that was reserved for it. */
  public void put(SendWork claimed) {
    work.add(claimed);
  }

  /** The next work, or null when none came in time. Its place stays taken until {@link #free}. */
  public SendWork next(long millis) throws InterruptedException {
    return work.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** Frees the place of work that is sent, given back or was never accepted. */
  public void free() {
    places.release();
  }

  /** Frees places that were reserved and not used. */
  void free(int unused) {
    places.release(unused);
  }
}

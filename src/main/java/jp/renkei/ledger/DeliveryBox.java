package jp.renkei.ledger;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Deliveries to one queue that this node has claimed, in memory and bounded: a place is reserved
 * before the claim is written, and freed when the delivery is off the node's hands. What finds no
 * place, or is younger than what found none, stays in the ledger, where it can be counted.
 */
public final class DeliveryBox {

  private final String address;
  private final Semaphore places;
  private final BlockingQueue<DeliveryWork> waiting = new LinkedBlockingQueue<>();
  private volatile boolean behind = true;
  private volatile boolean closed;

  DeliveryBox(String address, int capacity) {
    this.address = address;
    this.places = new Semaphore(capacity);
  }

  public String address() {
    return address;
  }

  /** Takes a place for a new delivery, if there is one and nothing older waits in the ledger. */
  public boolean reserve() {
    boolean reserved = !closed && !behind && places.tryAcquire();
    if (!reserved) {
      behind = true;
    }
    return reserved;
  }

  /** Takes as many places as there are, at most so many. */
  int reserveUpTo(int most) {
    int taken = 0;
    while (taken < most && places.tryAcquire()) {
      taken++;
    }
    return taken;
  }

  /** Whether deliveries wait for it in the ledger, as far as this node knows. */
  public boolean behind() {
    return behind;
  }

  /** Nothing older than what comes now waits in the ledger. */
  void caughtUp() {
    behind = false;
  }

  /** What comes new goes to the ledger until it is opened. */
  public void close() {
    behind = true;
    closed = true;
  }

  /** What comes new may be delivered from memory again. */
  public void open() {
    closed = false;
  }

  /** Puts work into a place that was reserved for it. */
  public void put(DeliveryWork claimed) {
    waiting.add(claimed);
  }

  /** The next work, or null where there is none now. Its place stays taken until it is freed. */
  public DeliveryWork poll() {
    return waiting.poll();
  }

  /** The next work, or null when none came in time. */
  public DeliveryWork next(long millis) throws InterruptedException {
    return waiting.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** Frees places whose work is off this node's hands. */
  public void free(int count) {
    places.release(count);
  }
}

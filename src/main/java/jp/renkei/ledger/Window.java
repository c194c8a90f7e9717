package jp.renkei.ledger;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many unanswered inquiries an agency may have. Counted in memory as this node sends and hears,
 * and set right from time to time by what the ledger says, which knows the other nodes too.
 */
public final class Window {

  private final int size;
  private final AtomicInteger used = new AtomicInteger();

  Window(int size) {
    this.size = size;
  }

  public int size() {
    return size;
  }

  /** How many are unanswered or about to be sent, as far as this node knows. */
  public int used() {
    return used.get();
  }

  /** Takes a place in it, unless so many of them are taken. */
  boolean take(int most) {
    int before = used.getAndUpdate(taken -> taken < most ? taken + 1 : taken);
    return before < most;
  }

  /** What had a place was answered, has ended or was not sent. */
  public void giveBack() {
    used.updateAndGet(taken -> Math.max(0, taken - 1));
  }

  /** Sets it right. */
  void count(long unanswered) {
    used.set((int) Math.min(Integer.MAX_VALUE, unanswered));
  }
}

package jp.renkei.ledger;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Between H2's commit and the checkpoint that brings it to the disk, others can already read what a
 * crash could still take back. Whoever has read waits here until that moment is over, before he
 * tells anybody: nobody is ever told an end that is not one.
 */
final class CommitGate {

  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Before a commit; {@link #open} must follow. */
  void close() {
    lock.writeLock().lock();
  }

  /** When what was committed is on the disk, or nobody knows. */
  void open() {
    lock.writeLock().unlock();
  }

  /** What was read, once it may be told. */
  <T> T told(T read) {
    lock.readLock().lock();
    lock.readLock().unlock();
    return read;
  }
}

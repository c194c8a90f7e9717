package jp.renkei.message;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Lends things that are dear to make and serve one thread at a time. Holds at most as many as were
 * ever lent at once. A thing whose use failed is not lent again, because its state is unknown.
 */
final class Pool<T> {

  private final Queue<T> idle = new ConcurrentLinkedQueue<>();
  private final Supplier<T> make;

  Pool(Supplier<T> make) {
    this.make = make;
  }

  <R, E extends Exception> R lend(Use<T, R, E> use) throws E {
    T thing = idle.poll();
    if (thing == null) {
      thing = make.get();
    }
    R result = use.on(thing);
    idle.offer(thing);
    return result;
  }

  @FunctionalInterface
  interface Use<T, R, E extends Exception> {
    R on(T thing) throws E;
  }
}

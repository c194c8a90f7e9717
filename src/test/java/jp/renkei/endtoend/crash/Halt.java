package jp.renkei.endtoend.crash;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often the crash point is passed, and ends the process as a kill would. */
public final class Halt {

  /** The exit status of a process that was killed (128 + SIGKILL). */
  public static final int STATUS = 137;

  private static final AtomicInteger LEFT = new AtomicInteger();

  private Halt() {}

  static void after(int times) {
    LEFT.set(times);
  }

  /** Called from the woven method. */
  public static void passed() {
    if (LEFT.decrementAndGet() == 0) {
      System.err.println("crash point reached");
      Runtime.getRuntime().halt(STATUS);
    }
  }
}

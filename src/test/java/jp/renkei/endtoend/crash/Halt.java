package jp.renkei.endtoend.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts how often the crash point is passed once its fuse is lit, and ends the process as a kill
 * would.
 */
public final class Halt {

  /** The exit status of a process that was killed (128 + SIGKILL). */
  public static final int STATUS = 137;

  private static final AtomicInteger LEFT = new AtomicInteger();
  private static Path fuse;

  private Halt() {}

  static void after(int times, Path lit) {
    LEFT.set(times);
    fuse = lit;
  }

  /** Called from the woven method. */
  public static void passed() {
    if (Files.exists(fuse) && LEFT.decrementAndGet() == 0) {
      System.err.println("crash point reached");
      Runtime.getRuntime().halt(STATUS);
    }
  }
}

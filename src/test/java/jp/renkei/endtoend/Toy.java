package jp.renkei.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A process that steps on, for the agent's own test. */
final class Toy {

  private static final long A_MOMENT = Duration.ofMillis(10).toNanos();

  private Toy() {}

  /**
   * @param arguments a file that it waits for after its first step; none where it waits for nothing
   */
  public static void main(String[] arguments) {
    step(1);
    while (arguments.length > 0 && !Files.exists(Path.of(arguments[0]))) {
      LockSupport.parkNanos(A_MOMENT);
    }
    for (int i = 2; i <= 5; i++) {
      step(i);
    }
    System.out.println("done");
  }

  private static void step(int number) {
    System.out.println("step " + number);
  }
}

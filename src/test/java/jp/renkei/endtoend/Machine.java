package jp.renkei.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The machine that was measured on: a figure without it means nothing. */
public final class Machine {

  private Machine() {}

  /** Processor, cores, system, Java and day, as one sentence. */
  public static String describe() {
    return "%s, %d cores, %s %s, Java %s, %s."
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            LocalDate.now());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("an unnamed processor");
    } catch (IOException e) {
      return "an unnamed processor";
    }
  }
}

package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM of its own whose output goes to a file, and which does not outlive the tests. */
public final class JavaProcess {

  /** Enough for a test, and quick to start; a benchmark gives the JVM what it has in a city. */
  public static final List<String> FRUGAL =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  /** Enough for a start beside others on a slow machine. */
  static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final Path log;
  private final Thread reaper;

  private JavaProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.reaper = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * Starts one with this JVM's java.
   *
   * @param arguments what follows {@code java}
   * @param log what it prints is appended here; its temporary files lie beside, because a killed
   *     process leaves them behind
   */
  public static JavaProcess start(
      List<String> arguments, Map<String, String> environment, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary(log.resolveSibling("tmp")));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      return new JavaProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class path of this JVM, as an environment variable: it may be too long for a command. */
  public static Map<String, String> testClassPath() {
    // Surefire ends it with a separator, which would put the working folder on it.
    String path = System.getProperty("java.class.path").replaceFirst(File.pathSeparator + "+$", "");
    return Map.of("CLASSPATH", path);
  }

  /** How many bytes of its heap are in use after a collection; of the G1 collector. */
  long heapInUse() {
    try {
      command("GC.run");
      Matcher used =
          Pattern.compile("garbage-first heap +total \\d+K, used (\\d+)K")
              .matcher(command("GC.heap_info"));
      assertThat(used.find()).as("the heap of a running process").isTrue();
      return Long.parseLong(used.group(1)) * 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the JDK's own tool tells of it. */
  private String command(String what) throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                what)
            .redirectErrorStream(true)
            .start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  public long pid() {
    return process.pid();
  }

  /** The processor time that it has taken. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits until it is ready; fails at once, with what it printed, when it ends instead.
   *
   * @param name what a failure calls it
   */
  public void awaitReady(String name, Callable<Boolean> ready) {
    await("ready " + name)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              assertThat(isAlive()).as(() -> name + " has ended:\n" + output()).isTrue();
              return ready.call();
            });
  }

  /** Kills it as {@code kill -9} does, and waits until it is gone. */
  public void kill9() {
    process.destroyForcibly();
    exitStatus(60);
  }

  /** Asks it to end and waits until it has. */
  public int terminate(int seconds) {
    process.destroy();
    return exitStatus(seconds);
  }

  /** Waits for its end. */
  public int exitStatus(int seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw new AssertionError("still runs after " + seconds + " s:\n" + output());
      }
      removeReaper();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void removeReaper() {
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException e) {
      // This JVM is going down, and the hook runs anyway.
    }
  }

  /** Everything it printed. */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

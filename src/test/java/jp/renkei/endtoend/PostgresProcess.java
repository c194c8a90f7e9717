package jp.renkei.endtoend;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL that can be killed with all its processes and started again on what it wrote. */
public final class PostgresProcess implements AutoCloseable {

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  /**
   * @param folder where it keeps its data
   * @param port at 127.0.0.1
   */
  public PostgresProcess(Path folder, int port) {
    this.data = folder.resolve("postgres");
    this.port = port;
  }

  /** Starts it, again or for the first time, and waits until it takes connections. */
  public PostgresProcess start() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPort(port)
              // that of the library is short for a recovery on a slow machine
              .setPGStartupWait(JavaProcess.PATIENCE)
              // the library forgets commits for speed; a city's database does not
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What makes a hub use it. */
  public Map<String, String> settings() {
    return Map.of(
        "SPRING_DATASOURCE_URL",
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "SPRING_DATASOURCE_USERNAME",
        "postgres",
        "SPRING_DATASOURCE_PASSWORD",
        "postgres");
  }

  /** The processor time that its living processes have taken. */
  public Duration processorTime() {
    return processes().stream()
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** A SIGKILL to the server and every one of its processes; returns when they are gone. */
  public void kill9() {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    await("killed database")
        .atMost(JavaProcess.PATIENCE)
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    letGo();
  }

  /** Gives up the lock on the folder, which is held by this process. */
  private void letGo() {
    try {
      server.close();
      server = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<ProcessHandle> processes() {
    try {
      long postmaster =
          Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      return ProcessHandle.of(postmaster).stream()
          .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      letGo();
    }
  }
}

package jp.renkei.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.demo.DemoCredentials;
import jp.renkei.demo.HubClient;

/**
 * A hub as it is shipped, {@code java -jar target/renkei.jar --demo}, on a data folder that
 * outlives its processes: start, kill and start again.
 */
public final class HubProcess implements AutoCloseable {

  private final Path data;
  private final int port;
  private final int brokerPort;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> jvm;
  private final Path log;
  private final HubClient client;
  private JavaProcess process;

  /**
   * @param data the data folder
   * @param port of the HTTP door
   * @param brokerPort of the embedded broker
   * @param environment more settings, e.g. {@code SPRING_DATASOURCE_URL}
   * @param jvm the JVM's arguments
   */
  public HubProcess(
      Path data, int port, int brokerPort, Map<String, String> environment, List<String> jvm) {
    this.data = data;
    this.port = port;
    this.brokerPort = brokerPort;
    this.jvm = jvm;
    this.log = data.resolveSibling("hub.log");
    this.client = new HubClient(URI.create("http://127.0.0.1:" + port));
    this.environment.putAll(environment);
    this.environment.put("RENKEI_DATA", data.toString());
    this.environment.put("SERVER_PORT", Integer.toString(port));
    this.environment.put("RENKEI_BROKER_PORT", Integer.toString(brokerPort));
    this.environment.put("MOCK_HTTPS_PORT", Integer.toString(FreePorts.of(1).get(0)));
  }

  /** Starts it, again or for the first time, without waiting. */
  public HubProcess start(String... jvmArguments) {
    return start(PackagedHub.Form.ARCHIVED, jvmArguments);
  }

  /** Starts it in one of its forms, without waiting. */
  public HubProcess start(PackagedHub.Form form, String... jvmArguments) {
    List<String> arguments = new ArrayList<>(jvm);
    arguments.addAll(List.of(jvmArguments));
    arguments.addAll(PackagedHub.arguments(form));
    arguments.add("--demo");
    process = JavaProcess.start(arguments, environment, log);
    return this;
  }

  /** Waits until it is ready; fails at once when it ends instead. */
  public HubProcess awaitReady() {
    process.awaitReady("hub", this::isReady);
    return this;
  }

  private boolean isReady() {
    return readiness() == 200;
  }

  /** The status of its readiness, or 0 while it takes no request. */
  public int readiness() {
    try {
      return client.get(null, "/actuator/health/readiness").status();
    } catch (IOException e) {
      return 0;
    }
  }

  /** The processor time that the running process has taken. */
  public Duration processorTime() {
    return process.processorTime();
  }

  /** The running process, for an agent. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** A real SIGKILL; returns when the process is gone. */
  public void kill9() {
    process.kill9();
  }

  /** Waits until the process ends by itself. */
  public int exitStatus(Duration within) {
    return process.exitStatus((int) within.toSeconds());
  }

  /** How many bytes of its heap are in use after a collection. */
  public long heapInUse() {
    return process.heapInUse();
  }

  public HubClient client() {
    return client;
  }

  public DemoCredentials credentials() {
    return new DemoCredentials(data);
  }

  /** The port of its HTTP door. */
  public int port() {
    return port;
  }

  /** The port of its broker. */
  public int brokerPort() {
    return brokerPort;
  }

  public Path data() {
    return data;
  }

  /** What all its processes printed. */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.kill9();
    }
  }

  @Override
  public String toString() {
    return "hub at " + port;
  }
}

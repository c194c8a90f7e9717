package jp.renkei.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.demo.Demo;
import jp.renkei.demo.DemoCredentials;
import jp.renkei.demo.HubClient;

/** The mock agencies in a process of their own, on a hub's data folder and broker. */
public final class MockProcess implements AutoCloseable {

  private final Map<String, String> environment = new HashMap<>(JavaProcess.testClassPath());
  private final DemoCredentials credentials;
  private final HubClient client;
  private final List<String> jvm;
  private final Path log;
  private JavaProcess process;

  /**
   * @param data the hub's data folder
   * @param port of the mock agencies' door
   * @param brokerPort of the hub's broker
   * @param more more settings, e.g. {@code SERVER_PORT}, where the agencies call back
   * @param jvm the JVM's arguments
   */
  public MockProcess(
      Path data, int port, int brokerPort, Map<String, String> more, List<String> jvm) {
    this.jvm = jvm;
    this.credentials = new DemoCredentials(data);
    this.client = new HubClient(URI.create("http://127.0.0.1:" + port));
    this.log = data.resolveSibling("mock.log");
    environment.putAll(more);
    environment.put("RENKEI_DATA", data.toString());
    environment.put("MOCK_PORT", Integer.toString(port));
    environment.put("RENKEI_BROKER_PORT", Integer.toString(brokerPort));
  }

  /** Starts it, again or for the first time, without waiting. */
  public MockProcess start() {
    List<String> arguments = new ArrayList<>(jvm);
    arguments.addAll(List.of(Demo.class.getName(), "--agencies-only"));
    process = JavaProcess.start(arguments, environment, log);
    return this;
  }

  /** Waits until its door opens to the hub's admin. */
  public MockProcess awaitReady() {
    process.awaitReady("mock agencies", this::isReady);
    return this;
  }

  private boolean isReady() {
    try {
      return credentials.exist()
          && client.get(credentials.of("admin"), "/mock/agencies/mhlw/faults").status() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** A real SIGKILL; returns when the process is gone. */
  public void kill9() {
    process.kill9();
  }

  /** Sets an agency's faults, e.g. {@code {"down": true}}. */
  public void misbehave(String agency, String faults) throws IOException {
    expect(200, client.put(credentials.of("admin"), door(agency) + "/faults", faults));
  }

  public void behave(String agency) throws IOException {
    expect(204, client.delete(credentials.of("admin"), door(agency) + "/faults"));
  }

  /** Sets an agency's scripts. */
  public void play(String agency, String scripts) throws IOException {
    expect(200, client.put(credentials.of("admin"), door(agency) + "/replies", scripts));
  }

  /** What an agency received: a list of {@code {"number", "times", "sameContent"}}. */
  public JsonNode received(String agency) throws IOException {
    HubClient.Answer answer = client.get(credentials.of("admin"), door(agency) + "/received");
    expect(200, answer);
    return answer.body();
  }

  /** Waits until an agency has received so many inquiries. */
  public void awaitReceived(String agency, int least, Duration within) {
    await(least + " received")
        .atMost(within)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> received(agency).size() >= least);
  }

  /** The processor time that it has taken. */
  public Duration processorTime() {
    return process.processorTime();
  }

  public String output() {
    return process.output();
  }

  private static String door(String agency) {
    return "/mock/agencies/" + agency;
  }

  private static void expect(int status, HubClient.Answer answer) {
    assertThat(answer.status()).as(() -> answer.body().toString()).isEqualTo(status);
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.kill9();
    }
  }
}

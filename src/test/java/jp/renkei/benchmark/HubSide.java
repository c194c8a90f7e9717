package jp.renkei.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.renkei.demo.DemoCredentials.Credential;
import jp.renkei.endtoend.FreePorts;
import jp.renkei.endtoend.HubProcess;
import jp.renkei.endtoend.MockProcess;
import jp.renkei.endtoend.PostgresProcess;
import jp.renkei.routing.BrokerProcess;

/**
 * The whole hub: REST in, ledger, schema, the agency over JMS, its reply, REST out. Hub and agency
 * are processes of their own, as shipped.
 */
final class HubSide implements Side {

  private static final String BODY =
      """
      {"flow": "assessment.mhlw-employment", "payload": {"residentNumber": "%d",
       "birthDate": "1980-05-10", "period": {"from": "2025-04-01", "to": "2026-11-22"},
       "nonDisclosable": false}}""";

  private final String name;
  private final PostgresProcess database;
  private final BrokerProcess broker;
  private final HubProcess hub;
  private final MockProcess agencies;
  private final URL door;
  private final String authorization;
  private final String run = UUID.randomUUID().toString();
  private final AtomicInteger next = new AtomicInteger();

  /**
   * Starts both and waits until they are ready; the broker is within the hub.
   *
   * @param folder empty
   * @param database null for H2
   * @param jvm the JVM arguments of hub and agency
   */
  HubSide(String name, Path folder, PostgresProcess database, List<String> jvm) throws IOException {
    this(name, folder, FreePorts.of(3), database, null, jvm);
  }

  private HubSide(
      String name,
      Path folder,
      List<Integer> ports,
      PostgresProcess database,
      BrokerProcess broker,
      List<String> jvm)
      throws IOException {
    this.name = name;
    this.database = database;
    this.broker = broker;
    Map<String, String> environment = new HashMap<>();
    if (database != null) {
      environment.putAll(database.settings());
    }
    if (broker != null) {
      environment.put("RENKEI_BROKER_URL", broker.url());
    }
    Path data = folder.resolve("data");
    hub = new HubProcess(data, ports.get(0), ports.get(1), environment, jvm);
    agencies = new MockProcess(data, ports.get(2), ports.get(1), Map.of(), jvm);
    hub.start().awaitReady();
    agencies.start().awaitReady();
    Credential caller = hub.credentials().of("caller");
    authorization = caller.basic();
    door = URI.create("http://127.0.0.1:" + ports.get(0) + "/api/v1/inquiries?wait=30s").toURL();
  }

  /**
   * The same with the broker in a process of its own.
   *
   * @param secrets the data folder of another hub's demo, whose broker's users are taken
   */
  static HubSide withBrokerApart(
      String name, Path folder, Path secrets, PostgresProcess database, List<String> jvm)
      throws IOException {
    Path data = folder.resolve("data");
    DemoFolder.copy(secrets, data);
    List<Integer> ports = FreePorts.of(3);
    BrokerProcess broker = new BrokerProcess(data, ports.get(1), jvm).start().awaitReady();
    return new HubSide(name, folder, ports, database, broker, jvm);
  }

  @Override
  public String name() {
    return name;
  }

  /** The hub's data folder, whose demo secrets the other side uses too. */
  Path data() {
    return hub.data();
  }

  @Override
  public Map<String, Duration> processorTime() {
    Map<String, Duration> taken = new HashMap<>();
    taken.put("hub", hub.processorTime());
    taken.put("agency", agencies.processorTime());
    if (database != null) {
      taken.put("database", database.processorTime());
    }
    if (broker != null) {
      taken.put("broker", broker.processorTime());
    }
    return taken;
  }

  @Override
  public Callers.Ask caller(int which) {
    return () -> ask(next.incrementAndGet());
  }

  private void ask(int number) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) door.openConnection();
    connection.setRequestProperty("Authorization", authorization);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setRequestProperty("Idempotency-Key", run + "/" + number);
    byte[] body = BODY.formatted(20_000_000 + number).getBytes(StandardCharsets.UTF_8);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (status != 200 || !answer.contains("\"state\":\"ENDED\"")) {
        throw new IOException("The hub said " + status + ": " + answer);
      }
    }
  }

  @Override
  public void close() {
    agencies.close();
    hub.close();
    if (broker != null) {
      broker.close();
    }
  }
}

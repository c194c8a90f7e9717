package jp.renkei.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.endtoend.JavaProcess;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The hub's own broker without the hub, in a process of its own, with the users and queues of the
 * demo. What it holds outlives it, so that it can be killed and started again.
 */
public final class BrokerProcess implements AutoCloseable {

  private final Path data;
  private final int port;
  private final List<String> jvm;
  private JavaProcess process;

  /**
   * @param data a data folder with the demo's secrets; the journal lies in it too
   * @param port of the acceptor on 127.0.0.1
   * @param jvm the JVM's arguments
   */
  public BrokerProcess(Path data, int port, List<String> jvm) {
    this.data = data;
    this.port = port;
    this.jvm = jvm;
  }

  /** Runs the broker: data folder, port. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    JsonNode passwords = passwords(data);
    List<String> users = new ArrayList<>();
    passwords.fieldNames().forEachRemaining(users::add);
    new EmbeddedBroker(
        BrokerSettings.folder(data),
        Integer.parseInt(arguments[1]),
        users,
        user -> passwords.get(user).textValue(),
        ids("agency-", users),
        ids("caller-", users),
        0);
  }

  private static List<String> ids(String prefix, List<String> users) {
    return users.stream()
        .filter(user -> user.startsWith(prefix))
        .map(user -> user.substring(prefix.length()))
        .toList();
  }

  /** A user's password in the demo's secrets. */
  public static String password(Path data, String user) {
    return passwords(data).get(user).textValue();
  }

  private static JsonNode passwords(Path data) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(data.resolve("demo/broker.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it, again or for the first time. */
  public BrokerProcess start() {
    List<String> arguments = new ArrayList<>(jvm);
    arguments.addAll(
        List.of(BrokerProcess.class.getName(), data.toString(), Integer.toString(port)));
    process =
        JavaProcess.start(
            arguments, JavaProcess.testClassPath(), data.resolveSibling("broker.log"));
    return this;
  }

  /** Waits until it takes connections; fails at once when it ends instead. */
  public BrokerProcess awaitReady() {
    process.awaitReady("broker", this::takesConnections);
    return this;
  }

  private boolean takesConnections() {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url())) {
      factory.createConnection("hub", password(data, "hub")).close();
      return true;
    } catch (jakarta.jms.JMSException e) {
      return false;
    }
  }

  /** The processor time that it has taken. */
  public Duration processorTime() {
    return process.processorTime();
  }

  /** Where it takes connections. */
  public String url() {
    return "tcp://127.0.0.1:" + port;
  }

  /** A real SIGKILL; returns when the process is gone. */
  public void kill9() {
    process.kill9();
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.kill9();
    }
  }
}

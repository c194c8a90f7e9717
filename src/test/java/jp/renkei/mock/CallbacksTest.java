package jp.renkei.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbacksTest {

  @TempDir Path folder;
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private HttpServer hub;
  private Promises promises;
  private Callbacks callbacks;

  @BeforeEach
  void open() throws IOException {
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext("/", this::take);
    hub.start();
    promises = new Promises(folder.resolve("promised.log"), Clock.systemUTC());
    URI where = URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
    callbacks =
        new Callbacks(
            "digital-agency",
            "application/json",
            new Secrets(),
            () -> where,
            promises,
            timer,
            Clock.systemUTC());
  }

  @AfterEach
  void close() {
    timer.shutdownNow();
    promises.close();
    hub.stop(0);
  }

  @Test
  void callsAgainUntilTheHubTakesIt() {
    statuses.addAll(List.of(503, 429, 204));

    callbacks.call(promises.toCall(reply("A-1")));

    await().untilAsserted(() -> assertThat(promises.toCall()).isEmpty());
    assertThat(calls).containsExactly("A-1", "A-1", "A-1");
  }

  @Test
  void whatTheHubRefusesIsNotBroughtAgain() {
    statuses.add(404);

    callbacks.call(promises.toCall(reply("A-1")));

    await().untilAsserted(() -> assertThat(promises.toCall()).isEmpty());
    assertThat(calls).containsExactly("A-1");
  }

  @Test
  void whatWasPromisedBeforeIsBroughtByTheNextProcess() {
    promises.toCall(reply("A-1"));
    promises.toCall(reply("A-2"));
    statuses.addAll(List.of(204, 204));

    callbacks.resume();

    await().untilAsserted(() -> assertThat(promises.toCall()).isEmpty());
    assertThat(calls).containsExactlyInAnyOrder("A-1", "A-2");
  }

  private void take(HttpExchange exchange) throws IOException {
    calls.add(exchange.getRequestURI().getPath().replace("/callbacks/digital-agency/", ""));
    exchange.sendResponseHeaders(statuses.remove(), -1);
    exchange.close();
  }

  private static Outgoing reply(String number) {
    return new Outgoing(Duration.ZERO, number, "one".getBytes(UTF_8));
  }

  private static final class Secrets implements HttpsSecrets {

    @Override
    public URI inquiries(String agency) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String clientSecret(String agency) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String callback(String agency) {
      return "Basic eDp5";
    }
  }
}

package jp.renkei.mock;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.renkei.mock.AgencySecrets.NotYet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agency that listens on the loopback with TLS, where the hub's demo says it does. Its key and
 * certificate are made at the first start, in its partner folder.
 */
final class HttpsLine implements Line {

  private static final Logger LOG = LoggerFactory.getLogger(HttpsLine.class);
  private static final long RETRY_MS = 250;
  private static final int THREADS = 8;

  private final AgencyProfile profile;
  private final Desk desk;
  private final HttpsSecrets secrets;
  private final Path partner;
  private final ScheduledExecutorService timer;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, this::thread);
  private final Callbacks callbacks;
  private final Promises promises;
  private final Clock clock;
  private HttpsServer server;

  /**
   * @param partner the agency's own folder
   * @param hub where the hub listens
   */
  HttpsLine(
      AgencyProfile profile,
      Desk desk,
      HttpsSecrets secrets,
      Path partner,
      Supplier<URI> hub,
      Clock clock) {
    this.profile = profile;
    this.desk = desk;
    this.secrets = secrets;
    this.partner = partner;
    this.timer = Executors.newScheduledThreadPool(2, this::thread);
    this.clock = clock;
    this.promises = new Promises(partner.resolve("promised.log"), clock);
    this.callbacks =
        new Callbacks(profile.id(), "application/json", secrets, hub, promises, timer, clock);
  }

  @Override
  public void open() {
    callbacks.resume();
    timer.scheduleWithFixedDelay(this::listenUnlessDown, 0, RETRY_MS, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void faultsChanged() {
    if (desk.faults().down()) {
      stop();
    } else {
      listenUnlessDown();
    }
  }

  @Override
  public synchronized void close() {
    timer.shutdownNow();
    stop();
    workers.shutdownNow();
    promises.close();
  }

  private synchronized void listenUnlessDown() {
    if (server != null || desk.faults().down() || timer.isShutdown()) {
      return;
    }
    try {
      URI inquiries = secrets.inquiries(profile.id());
      String secret = secrets.clientSecret(profile.id());
      HttpsServer fresh =
          HttpsServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), inquiries.getPort()), 0);
      fresh.setHttpsConfigurator(
          new HttpsConfigurator(Certificates.server(keyStore(secret), secret)));
      String token = inquiries.resolve("token").toString();
      fresh.createContext(
          "/" + profile.id() + "/",
          new HttpsDesk(
              profile,
              desk,
              new TokenDesk(profile.clientId(), secret, token, profile.scope()),
              callbacks,
              timer,
              promises,
              clock));
      fresh.setExecutor(workers);
      fresh.start();
      server = fresh;
      LOG.info("{} listens at {}", profile.id(), inquiries);
    } catch (NotYet | IOException | RuntimeException e) {
      LOG.debug("{} does not listen yet", profile.id(), e);
    }
  }

  private Path keyStore(String secret) {
    Path keyStore = partner.resolve("key.p12");
    if (!Files.exists(keyStore)) {
      Certificates.forLoopback(keyStore, secret);
    }
    Path certificate = partner.resolve("certificate.pem");
    if (!Files.exists(certificate)) {
      Certificates.export(keyStore, secret, certificate);
    }
    return keyStore;
  }

  private void stop() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "mock-" + profile.id());
    thread.setDaemon(true);
    return thread;
  }
}

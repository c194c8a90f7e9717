package jp.renkei.mock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.renkei.mock.AgencySecrets.NotYet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings answers to the hub by the agency's own call, again and again while the hub is away. */
final class Callbacks {

  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
  private static final long AGAIN_MS = 500;

  private final String agency;
  private final String mediaType;
  private final HttpsSecrets secrets;
  private final Supplier<URI> hub;
  private final ScheduledExecutorService timer;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /**
   * @param hub where the hub listens
   */
  Callbacks(
      String agency,
      String mediaType,
      HttpsSecrets secrets,
      Supplier<URI> hub,
      ScheduledExecutorService timer) {
    this.agency = agency;
    this.mediaType = mediaType;
    this.secrets = secrets;
    this.hub = hub;
    this.timer = timer;
  }

  /** Calls after the reply's own delay. */
  void call(Outgoing reply) {
    timer.schedule(() -> tryCall(reply), reply.after().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tryCall(Outgoing reply) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(hub.get().resolve("/callbacks/" + agency + "/" + reply.number()))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", secrets.callback(agency))
              .header("Content-Type", mediaType)
              .POST(BodyPublishers.ofByteArray(reply.content()))
              .build();
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status >= 500) {
        again(reply);
      } else if (status != 204) {
        LOG.info("{} was told {} to its callback", agency, status);
      }
    } catch (NotYet | IOException | RuntimeException e) {
      again(reply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void again(Outgoing reply) {
    if (!timer.isShutdown()) {
      timer.schedule(() -> tryCall(reply), AGAIN_MS, TimeUnit.MILLISECONDS);
    }
  }
}

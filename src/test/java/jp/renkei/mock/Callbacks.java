package jp.renkei.mock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import jp.renkei.mock.AgencySecrets.NotYet;
import jp.renkei.mock.Promises.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings answers to the hub by the agency's own call, again and again until the hub takes them or
 * refuses them for good.
 */
final class Callbacks {

  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
  private static final long AGAIN_MS = 500;

  /** Statuses beside 500 and more that say "later". */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final String agency;
  private final String mediaType;
  private final HttpsSecrets secrets;
  private final Supplier<URI> hub;
  private final Promises promises;
  private final ScheduledExecutorService timer;
  private final Clock clock;
  private final AtomicBoolean away = new AtomicBoolean();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /**
   * @param hub where the hub listens
   * @param promises where it is noted what has been brought
   */
  Callbacks(
      String agency,
      String mediaType,
      HttpsSecrets secrets,
      Supplier<URI> hub,
      Promises promises,
      ScheduledExecutorService timer,
      Clock clock) {
    this.agency = agency;
    this.mediaType = mediaType;
    this.secrets = secrets;
    this.hub = hub;
    this.promises = promises;
    this.timer = timer;
    this.clock = clock;
  }

  /** Calls with whatever was promised before this process, and not brought. */
  void resume() {
    promises.toCall().forEach(this::call);
  }

  /** Calls when the answer is there. */
  void call(Promise promise) {
    long wait = Duration.between(clock.instant(), promise.due()).toMillis();
    timer.schedule(() -> tryCall(promise), Math.max(0, wait), TimeUnit.MILLISECONDS);
  }

  private void tryCall(Promise promise) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(hub.get().resolve("/callbacks/" + agency + "/" + promise.number()))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", secrets.callback(agency))
              .header("Content-Type", mediaType)
              .POST(BodyPublishers.ofByteArray(promise.content()))
              .build();
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status >= 500 || LATER.contains(status)) {
        again(promise, "status " + status);
        return;
      }
      if (status != 204) {
        LOG.info("{} was told {} to its callback", agency, status);
      }
      promises.called(promise);
      away.set(false);
    } catch (NotYet | IOException | RuntimeException e) {
      again(promise, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void again(Promise promise, String why) {
    if (!timer.isShutdown()) {
      if (away.compareAndSet(false, true)) {
        LOG.info("{} cannot bring its answers and calls again: {}", agency, why);
      }
      timer.schedule(() -> tryCall(promise), AGAIN_MS, TimeUnit.MILLISECONDS);
    }
  }
}

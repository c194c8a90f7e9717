package jp.renkei.mock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.renkei.mock.AgencyProfile.Answers;
import jp.renkei.mock.Behaviour.NotUnderstood;
import jp.renkei.mock.Promises.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an agency does with the requests that come to it over https. */
final class HttpsDesk implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(HttpsDesk.class);
  private static final int MOST_BYTES = 1 << 20;
  private static final String PLACE = "/inquiries";
  private static final byte[] NOTHING = {};

  private final AgencyProfile profile;
  private final Desk desk;
  private final TokenDesk tokens;
  private final Callbacks callbacks;
  private final ScheduledExecutorService timer;
  private final Promises promises;
  private final Clock clock;

  /**
   * @param promises where an answer is kept that does not come at once
   */
  HttpsDesk(
      AgencyProfile profile,
      Desk desk,
      TokenDesk tokens,
      Callbacks callbacks,
      ScheduledExecutorService timer,
      Promises promises,
      Clock clock) {
    this.profile = profile;
    this.desk = desk;
    this.tokens = tokens;
    this.callbacks = callbacks;
    this.timer = timer;
    this.promises = promises;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(profile.id().length() + 1);
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    boolean posts = exchange.getRequestMethod().equals("POST");
    if (posts && path.equals("/token")) {
      String form = new String(body(exchange), StandardCharsets.US_ASCII);
      byte[] token = tokens.give(authorization, form).orElse(NOTHING);
      tell(exchange, token.length == 0 ? 401 : 200, token);
    } else if (!path.startsWith(PLACE)) {
      tell(exchange, 404, NOTHING);
    } else if (!tokens.accepts(authorization)) {
      tell(exchange, 401, NOTHING);
    } else if (posts && path.equals(PLACE)) {
      take(exchange);
    } else {
      show(exchange, path.substring(Math.min(path.length(), PLACE.length() + 1)));
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    String number = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    byte[] content = body(exchange);
    List<Outgoing> all = desk.answer(number, content);
    List<Outgoing> replies = all.stream().filter(out -> out.receipt() == null).toList();
    byte[] receipt = receipt(all);
    if (replies.isEmpty()) {
      refuseOrForget(exchange, content, receipt);
      return;
    }
    if (replies.get(0).content().length == 0) {
      tell(exchange, 422, NOTHING);
      return;
    }
    Outgoing first = replies.get(0);
    List<Outgoing> brought =
        profile.answers() == Answers.CALLBACK ? replies : replies.subList(1, replies.size());
    List<Promise> calls = brought.stream().map(promises::toCall).toList();
    switch (profile.answers()) {
      case AT_ONCE ->
          timer.schedule(
              () -> tell(exchange, 200, first.content()),
              first.after().toMillis(),
              TimeUnit.MILLISECONDS);
      case CALLBACK -> tell(exchange, 202, receipt);
      case POLLING -> {
        promises.toShow(number, first);
        exchange.getResponseHeaders().set("Location", "/" + profile.id() + PLACE + "/" + number);
        tell(exchange, 202, receipt);
      }
    }
    calls.forEach(callbacks::call);
  }

  /** What cannot be read is refused; what is dropped is taken and never answered. */
  private void refuseOrForget(HttpExchange exchange, byte[] content, byte[] receipt) {
    try {
      desk.behaviour().read(content);
      if (profile.answers() != Answers.AT_ONCE) {
        tell(exchange, 202, receipt);
      }
    } catch (NotUnderstood e) {
      tell(exchange, 422, NOTHING);
    }
  }

  /** The body of a 202: what the agency calls the inquiry, where it gives a receipt. */
  private static byte[] receipt(List<Outgoing> all) {
    return all.stream()
        .filter(out -> out.receipt() != null)
        .findFirst()
        .map(out -> "{\"receiptNumber\": \"" + out.receipt() + "\"}")
        .map(body -> body.getBytes(StandardCharsets.US_ASCII))
        .orElse(NOTHING);
  }

  private void show(HttpExchange exchange, String number) {
    Optional<Promise> answer = promises.shown(number);
    if (answer.isEmpty()) {
      tell(exchange, 404, NOTHING);
    } else if (answer.get().due().isAfter(clock.instant())) {
      tell(exchange, 202, NOTHING);
    } else {
      tell(exchange, 200, answer.get().content());
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    return exchange.getRequestBody().readNBytes(MOST_BYTES);
  }

  private static void tell(HttpExchange exchange, int status, byte[] body) {
    try (exchange) {
      if (body.length > 0) {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
      }
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    } catch (IOException e) {
      LOG.debug("nobody waited for the answer", e);
    }
  }
}

package jp.renkei.routing.https;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The token of one agency: asked for once for all who need it, and kept until shortly before it
 * ends.
 */
final class Tokens {

  private final Supplier<CompletableFuture<Token>> request;
  private final Clock clock;
  private CompletableFuture<Token> current;

  /**
   * @param request asks the token endpoint; fails with a {@link jp.renkei.inquiry.SendFault}
   */
  Tokens(Supplier<CompletableFuture<Token>> request, Clock clock) {
    this.request = request;
    this.clock = clock;
  }

  /** A token that is fresh, or on its way. A failure is forgotten: the next one asks again. */
  synchronized CompletableFuture<Token> current() {
    if (current == null || current.isCompletedExceptionally() || isStale(current)) {
      current = request.get();
    }
    return current;
  }

  /** Forgets a token that the agency did not accept, unless it has been replaced already. */
  synchronized void forget(Token refused) {
    if (current != null && current.isDone() && current.getNow(null) == refused) {
      current = null;
    }
  }

  private boolean isStale(CompletableFuture<Token> known) {
    return known.isDone() && !clock.instant().isBefore(known.join().freshUntil());
  }
}

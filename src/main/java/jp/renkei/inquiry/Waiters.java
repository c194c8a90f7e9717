package jp.renkei.inquiry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Callers who wait for an inquiry to end. What ends on this node completes them at once, with what
 * they wait for; for what may end on another node the ledger is asked for all of them together.
 */
public final class Waiters {

  private static final Logger log = LoggerFactory.getLogger(Waiters.class);

  private static final int MOST = 10_000;
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private final ConcurrentHashMap<String, List<CompletableFuture<Optional<EndedInquiry>>>> waiting =
      new ConcurrentHashMap<>();

  /** What ended before its caller had begun to wait. */
  private final Cache<String, JustEnded> justEnded =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(MOMENT)
          .executor(Runnable::run)
          .build();

  private final DeliveryListener deliveries;

  /** What the ledger said of an earlier time; only the one who asks touches it. */
  private Set<String> saidBefore = Set.of();

  /**
   * @param deliveries is told once of each inquiry whose end was given to somebody who waited
   */
  public Waiters(DeliveryListener deliveries) {
    this.deliveries = deliveries;
  }

  /**
   * Completes when the inquiry ends: with its end where it ended on this node, without where the
   * ledger has it. Whoever stops waiting completes or cancels it himself.
   */
  public CompletableFuture<Optional<EndedInquiry>> until(String inquiryId) {
    CompletableFuture<Optional<EndedInquiry>> ended = new CompletableFuture<>();
    waiting.compute(
        inquiryId,
        (id, others) -> {
          List<CompletableFuture<Optional<EndedInquiry>>> all =
              others == null ? new CopyOnWriteArrayList<>() : others;
          all.add(ended);
          return all;
        });
    ended.whenComplete((result, failure) -> forget(inquiryId, ended));
    // after it waits: an end is remembered before those who wait are told
    JustEnded already = justEnded.getIfPresent(inquiryId);
    if (already != null && ended.complete(Optional.of(already.end))) {
      delivered(already);
    }
    return ended;
  }

  /** Tells those who wait for it, and for a moment those who come late. */
  public void ended(EndedInquiry end) {
    JustEnded now = new JustEnded(end, new AtomicBoolean());
    // what a replay or an answer by hand may give another outcome, on any node, is not remembered:
    // who comes late asks the ledger
    if (!end.inquiry().outcome().leavesOpen()) {
      justEnded.put(end.inquiry().id(), now);
    }
    if (tell(end.inquiry().id(), Optional.of(end))) {
      delivered(now);
    }
  }

  /**
   * Asks the ledger which of the awaited inquiries have ended elsewhere: those that it says have
   * ended twice in a row. What ends on this node stands in the ledger a moment before it is told
   * here, and is told here.
   */
  public synchronized void ask(Function<Collection<String>, List<String>> ended) {
    Set<String> ids = Set.copyOf(waiting.keySet());
    Set<String> said = ids.isEmpty() ? Set.of() : Set.copyOf(ended.apply(ids));
    said.stream().filter(saidBefore::contains).forEach(id -> tell(id, Optional.empty()));
    saidBefore = said;
  }

  private boolean tell(String inquiryId, Optional<EndedInquiry> end) {
    List<CompletableFuture<Optional<EndedInquiry>>> all = waiting.remove(inquiryId);
    if (all == null) {
      return false;
    }
    all.forEach(waiter -> waiter.complete(end));
    return true;
  }

  /** What listens must not make an end look as if it had failed. */
  private void delivered(JustEnded ended) {
    if (ended.told.compareAndSet(false, true)) {
      try {
        deliveries.delivered(ended.end.inquiry().flow(), ended.end.inquiry().accepted());
      } catch (RuntimeException e) {
        log.warn("{} failed; the inquiry is not touched by it", deliveries, e);
      }
    }
  }

  private void forget(String inquiryId, CompletableFuture<Optional<EndedInquiry>> waiter) {
    waiting.computeIfPresent(
        inquiryId,
        (id, all) -> {
          all.remove(waiter);
          return all.isEmpty() ? null : all;
        });
  }

  private record JustEnded(EndedInquiry end, AtomicBoolean told) {}
}

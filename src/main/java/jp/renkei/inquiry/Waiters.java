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
import java.util.function.Function;

/**
 * Callers who wait for an inquiry to end. What ends on this node completes them at once, with what
 * they wait for; for what may end on another node the ledger is asked for all of them together.
 */
public final class Waiters {

  private static final int MOST = 10_000;
  private static final Duration MOMENT = Duration.ofSeconds(10);

  private final ConcurrentHashMap<String, List<CompletableFuture<Optional<EndedInquiry>>>> waiting =
      new ConcurrentHashMap<>();

  /** What ended before its caller had begun to wait. */
  private final Cache<String, EndedInquiry> justEnded =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MOMENT).build();

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
    EndedInquiry already = justEnded.getIfPresent(inquiryId);
    if (already != null) {
      ended.complete(Optional.of(already));
    }
    return ended;
  }

  /**
   * Tells those who wait for it, and for a moment those who come late.
   *
   * @return whether anybody waited on this node
   */
  public boolean ended(EndedInquiry end) {
    justEnded.put(end.inquiry().id(), end);
    return tell(end.inquiry().id(), Optional.of(end));
  }

  /** Asks the ledger which of the awaited inquiries have ended elsewhere. */
  public void ask(Function<Collection<String>, List<String>> ended) {
    Set<String> ids = Set.copyOf(waiting.keySet());
    if (!ids.isEmpty()) {
      ended.apply(ids).forEach(id -> tell(id, Optional.empty()));
    }
  }

  private boolean tell(String inquiryId, Optional<EndedInquiry> end) {
    List<CompletableFuture<Optional<EndedInquiry>>> all = waiting.remove(inquiryId);
    if (all == null) {
      return false;
    }
    all.forEach(waiter -> waiter.complete(end));
    return true;
  }

  private void forget(String inquiryId, CompletableFuture<Optional<EndedInquiry>> waiter) {
    waiting.computeIfPresent(
        inquiryId,
        (id, all) -> {
          all.remove(waiter);
          return all.isEmpty() ? null : all;
        });
  }
}

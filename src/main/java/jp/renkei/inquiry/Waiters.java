package jp.renkei.inquiry;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Callers who wait for an inquiry to end. What ends on this node completes them at once; for what
 * may end on another node the ledger is asked for all of them together.
 */
public final class Waiters {

  private final ConcurrentHashMap<String, List<CompletableFuture<Void>>> waiting =
      new ConcurrentHashMap<>();

  /** Completes when the inquiry ends; whoever stops waiting completes or cancels it himself. */
  public CompletableFuture<Void> until(String inquiryId) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    waiting.compute(
        inquiryId,
        (id, others) -> {
          List<CompletableFuture<Void>> all =
              others == null ? new CopyOnWriteArrayList<>() : others;
          all.add(ended);
          return all;
        });
    ended.whenComplete((result, failure) -> forget(inquiryId, ended));
    return ended;
  }

  /** Tells those who wait for it. */
  public void ended(String inquiryId) {
    List<CompletableFuture<Void>> all = waiting.remove(inquiryId);
    if (all != null) {
      all.forEach(waiter -> waiter.complete(null));
    }
  }

  /** Asks the ledger which of the awaited inquiries have ended elsewhere. */
  public void ask(Function<Collection<String>, List<String>> ended) {
    Set<String> ids = Set.copyOf(waiting.keySet());
    if (!ids.isEmpty()) {
      ended.apply(ids).forEach(this::ended);
    }
  }

  private void forget(String inquiryId, CompletableFuture<Void> waiter) {
    waiting.computeIfPresent(
        inquiryId,
        (id, all) -> {
          all.remove(waiter);
          return all.isEmpty() ? null : all;
        });
  }
}

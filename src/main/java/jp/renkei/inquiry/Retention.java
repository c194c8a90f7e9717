package jp.renkei.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Purge;
import jp.renkei.ledger.PurgeDeliveries;
import jp.renkei.ledger.PurgeHeld;
import jp.renkei.ledger.Retained;

/**
 * Takes away payloads whose retention (保存期間) is over: the hub is no person database. What belongs
 * to a flow or an agency that has left the catalogue is kept as long as the flow that keeps
 * longest. Every node may run it, and twice.
 */
public final class Retention {

  private static final int PAGE = 500;

  private final Catalogue catalogue;
  private final Retained retained;
  private final LedgerWriter writer;
  private final List<KeptOutside> outside;
  private final Clock clock;

  public Retention(
      Catalogue catalogue,
      Retained retained,
      LedgerWriter writer,
      List<KeptOutside> outside,
      Clock clock) {
    this.catalogue = catalogue;
    this.retained = retained;
    this.writer = writer;
    this.outside = List.copyOf(outside);
    this.clock = clock;
  }

  /**
   * Purges what is over.
   *
   * @throws RuntimeException where something could not be taken away; the rest waits for the next
   *     turn
   */
  public void purge() {
    if (catalogue.flows().isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Duration shortest =
        catalogue.flows().stream().map(Flow::retention).min(Comparator.naturalOrder()).get();
    String after = "";
    List<Retained.Row> page;
    do {
      page = retained.acceptedBefore(now.minus(shortest), after, PAGE);
      List<CompletableFuture<?>> purges = new ArrayList<>();
      for (Retained.Row row : page) {
        Instant endedBefore = now.minus(retention(row.flow()));
        if (isOver(row, endedBefore)) {
          outside.forEach(keeper -> keeper.remove(row.id(), row.agency()));
          purges.add(
              writer.submit(new Purge(row.id(), row.flow(), row.agency(), endedBefore, now)));
        }
        after = row.id();
      }
      purges.forEach(CompletableFuture::join);
    } while (page.size() == PAGE);
    held(now);
    writer.submit(new PurgeDeliveries(now)).join();
  }

  private boolean isOver(Retained.Row row, Instant endedBefore) {
    return row.ended() != null && !row.ended().isAfter(endedBefore) && !retained.isHeld(row.id());
  }

  /** Replies that nobody asked for, or that came after the purge. */
  private void held(Instant now) {
    for (Agency agency : catalogue.agencies()) {
      List<Flow> its = catalogue.flows().stream().filter(flow -> flow.asks(agency.id())).toList();
      Instant before = now.minus(longest(its.isEmpty() ? catalogue.flows() : its));
      writer.submit(new PurgeHeld(agency.id(), before, now)).join();
    }
  }

  private Duration retention(String flow) {
    return catalogue.flow(flow).map(Flow::retention).orElseGet(() -> longest(catalogue.flows()));
  }

  private static Duration longest(Collection<Flow> flows) {
    return flows.stream().map(Flow::retention).max(Comparator.naturalOrder()).orElseThrow();
  }
}

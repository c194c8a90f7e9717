package jp.renkei.operations.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.ledger.Backlog;
import jp.renkei.ledger.BulkFiles;

/** What waits in the ledger, by flow and by agency; empty where the ledger does not say. */
public final class Waiting {

  private final Reading<Map<String, Backlog.Open>> open;
  private final Reading<Map<String, Backlog.Unsent>> unsent;
  private final Reading<Map<String, Backlog.Undelivered>> undelivered;
  private final Reading<Map<String, BulkFiles.Unsent>> files;

  /**
   * @param executor reads the ledger; never interrupted while it does
   */
  Waiting(Backlog backlog, BulkFiles bulk, Executor executor, Clock clock) {
    this.open = new Reading<>(() -> by(backlog.open(), Backlog.Open::flow), executor, clock);
    this.unsent =
        new Reading<>(
            () -> by(backlog.unsent(clock.instant()), Backlog.Unsent::agency), executor, clock);
    this.undelivered =
        new Reading<>(
            () -> by(backlog.undelivered(), Backlog.Undelivered::address), executor, clock);
    this.files = new Reading<>(() -> by(bulk.unsent(), BulkFiles.Unsent::agency), executor, clock);
  }

  private static <T> Map<String, T> by(List<T> lines, Function<T, String> name) {
    return lines.stream().collect(Collectors.toUnmodifiableMap(name, line -> line));
  }

  /** A flow's open inquiries. */
  public Optional<Open> of(String flow) {
    return open.now().map(flows -> Open.of(flows.get(flow)));
  }

  /** The open inquiries of many flows together. */
  public Optional<Open> of(List<String> flows) {
    return open.now()
        .map(all -> flows.stream().map(all::get).map(Open::of).reduce(Open.NOTHING, Open::and));
  }

  /** All open inquiries. */
  public Optional<Open> all() {
    return open.now()
        .map(all -> all.values().stream().map(Open::of).reduce(Open.NOTHING, Open::and));
  }

  /** An agency's unsent messages. */
  public Optional<Unsent> unsent(String agency) {
    return unsent.now().map(agencies -> Unsent.of(agencies.get(agency)));
  }

  /** An agency's request files that are not yet uploaded. */
  public Optional<UnsentFiles> files(String agency) {
    return files.now().map(agencies -> UnsentFiles.of(agencies.get(agency)));
  }

  /** What is still to be delivered to a queue. */
  public Optional<Undelivered> undelivered(String address) {
    return undelivered.now().map(queues -> Undelivered.of(queues.get(address)));
  }

  /**
   * Open inquiries.
   *
   * @param oldest when the oldest was accepted, or null where none is open
   * @param nextDeadline their nearest deadline, or null where none is open
   */
  public record Open(long inquiries, Instant oldest, Instant nextDeadline) {

    private static final Open NOTHING = new Open(0, null, null);

    private static Open of(Backlog.Open line) {
      return line == null
          ? NOTHING
          : new Open(line.inquiries(), line.oldest(), line.nextDeadline());
    }

    private Open and(Open other) {
      return new Open(
          inquiries + other.inquiries,
          earlier(oldest, other.oldest),
          earlier(nextDeadline, other.nextDeadline));
    }

    private static Instant earlier(Instant one, Instant other) {
      return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** How long the oldest has waited; nothing where none is open. */
    public Duration oldestAge(Instant now) {
      return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
  }

  /**
   * Unsent messages.
   *
   * @param nextDue when the next postponed one is due, or null where none is postponed
   */
  public record Unsent(long messages, Instant nextDue) {

    private static Unsent of(Backlog.Unsent line) {
      return line == null ? new Unsent(0, null) : new Unsent(line.messages(), line.nextDue());
    }
  }

  /**
   * Request files that are not yet uploaded.
   *
   * @param inquiries how many inquiries they have in all
   * @param oldest when the oldest was made, or null where none waits
   */
  public record UnsentFiles(long files, long inquiries, Instant oldest) {

    private static UnsentFiles of(BulkFiles.Unsent line) {
      return line == null
          ? new UnsentFiles(0, 0, null)
          : new UnsentFiles(line.files(), line.inquiries(), line.oldest());
    }
  }

  /**
   * What is still to be delivered.
   *
   * @param oldest when the oldest became true, or null where nothing waits
   */
  public record Undelivered(long deliveries, Instant oldest) {

    private static Undelivered of(Backlog.Undelivered line) {
      return line == null
          ? new Undelivered(0, null)
          : new Undelivered(line.deliveries(), line.oldest());
    }
  }
}

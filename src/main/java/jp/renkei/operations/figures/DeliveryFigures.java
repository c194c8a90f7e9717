package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import jp.renkei.inquiry.Delivering;

/** What is known of one queue that a caller reads. */
public final class DeliveryFigures {

  private final String address;
  private final Waiting waiting;
  private final Supplier<Optional<Delivering.HeldUp>> heldUp;
  private final Clock clock;
  private final Counter delivered;

  /**
   * @param heldUp since when and why this node cannot deliver there, or nothing
   */
  DeliveryFigures(
      String address,
      Waiting waiting,
      Supplier<Optional<Delivering.HeldUp>> heldUp,
      MeterRegistry registry,
      Clock clock) {
    this.address = address;
    this.waiting = waiting;
    this.heldUp = heldUp;
    this.clock = clock;
    this.delivered =
        Counter.builder("renkei.deliveries").tag("address", address).register(registry);
    gauge("renkei.deliveries.waiting", DeliveryFigures::waitingOrNot, registry);
    gauge("renkei.deliveries.oldest.waiting.seconds", DeliveryFigures::oldestOrNot, registry);
    gauge("renkei.deliveries.stopped", figures -> figures.heldUp().isPresent() ? 1 : 0, registry);
  }

  private void gauge(String name, ToDoubleFunction<DeliveryFigures> value, MeterRegistry registry) {
    Gauge.builder(name, this, value).tag("address", address).register(registry);
  }

  /** How many were delivered since the process began. */
  public long delivered() {
    return (long) delivered.count();
  }

  /** What waits in the ledger; empty where it does not say. */
  public Optional<Waiting.Undelivered> undelivered() {
    return waiting.undelivered(address);
  }

  /** Since when and why this node cannot deliver there, or nothing. */
  public Optional<Delivering.HeldUp> heldUp() {
    return heldUp.get();
  }

  void countDelivered() {
    delivered.increment();
  }

  private double waitingOrNot() {
    return undelivered().map(its -> (double) its.deliveries()).orElse(Double.NaN);
  }

  private double oldestOrNot() {
    return undelivered().map(its -> (double) age(its.oldest()).toSeconds()).orElse(Double.NaN);
  }

  private Duration age(Instant oldest) {
    return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
  }
}

package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import jp.renkei.ledger.Outbox;

/** What is known of the way to one agency, on this node. */
public final class AgencyFigures {

  private final Outbox outbox;
  private final IntSupplier inFlight;
  private volatile Mishap lastError;

  /**
   * @param inFlight how many sends are on their way to the agency's queue
   */
  AgencyFigures(Outbox outbox, IntSupplier inFlight, MeterRegistry registry) {
    this.outbox = outbox;
    this.inFlight = inFlight;
    gauge("renkei.outbox.used", AgencyFigures::outboxUsed, registry);
    gauge("renkei.outbox.size", AgencyFigures::outboxSize, registry);
    gauge("renkei.sends.in.flight", AgencyFigures::inFlight, registry);
  }

  private void gauge(String name, ToDoubleFunction<AgencyFigures> value, MeterRegistry registry) {
    Gauge.builder(name, this, value).tag("agency", outbox.agency()).register(registry);
  }

  /** How many places of the outbox are taken. */
  public int outboxUsed() {
    return outbox.used();
  }

  /** How many places the outbox has. */
  public int outboxSize() {
    return outbox.size();
  }

  /** How many sends are on their way. */
  public int inFlight() {
    return inFlight.getAsInt();
  }

  /** What went wrong last, since the process began. */
  public Optional<Mishap> lastError() {
    return Optional.ofNullable(lastError);
  }

  void note(Mishap mishap) {
    lastError = mishap;
  }
}

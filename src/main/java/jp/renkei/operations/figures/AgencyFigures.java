package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import jp.renkei.inquiry.AgencyState;
import jp.renkei.ledger.Outbox;

/** What is known of the way to one agency, on this node. */
public final class AgencyFigures {

  private final Outbox outbox;
  private final IntSupplier inFlight;
  private final Supplier<AgencyState> state;
  private volatile Mishap lastError;

  /**
   * @param inFlight how many sends are on their way to the agency's queue
   * @param state how the agency is
   */
  AgencyFigures(
      Outbox outbox, IntSupplier inFlight, Supplier<AgencyState> state, MeterRegistry registry) {
    this.outbox = outbox;
    this.inFlight = inFlight;
    this.state = state;
    gauge("renkei.agency.window.used", AgencyFigures::windowUsed, registry);
    gauge("renkei.agency.window.size", AgencyFigures::windowSize, registry);
    gauge("renkei.agency.open", figures -> figures.is(AgencyState.OPEN), registry);
    gauge("renkei.agency.paused", figures -> figures.is(AgencyState.PAUSED), registry);
    gauge("renkei.agency.broken", figures -> figures.is(AgencyState.BROKEN), registry);
    gauge("renkei.outbox.used", AgencyFigures::outboxUsed, registry);
    gauge("renkei.outbox.size", AgencyFigures::outboxSize, registry);
    gauge("renkei.sends.in.flight", AgencyFigures::inFlight, registry);
  }

  private void gauge(String name, ToDoubleFunction<AgencyFigures> value, MeterRegistry registry) {
    Gauge.builder(name, this, value).tag("agency", outbox.agency()).register(registry);
  }

  /** How the agency is. */
  public AgencyState state() {
    return state.get();
  }

  private int is(AgencyState which) {
    return state() == which ? 1 : 0;
  }

  /** How many inquiries it has not answered, about. */
  public int windowUsed() {
    return outbox.window().used();
  }

  /** How many it may have. */
  public int windowSize() {
    return outbox.window().size();
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

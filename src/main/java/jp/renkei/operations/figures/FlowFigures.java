package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import jp.renkei.ledger.Outcome;

/** What is known of one flow. */
public final class FlowFigures {

  /** Upper bounds of the time buckets: from a mock that answers at once to an office that asks. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(15),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(30),
    Duration.ofHours(2),
    Duration.ofHours(8),
    Duration.ofDays(1),
    Duration.ofDays(3),
    Duration.ofDays(7)
  };

  private static final String FLOW = "flow";

  private final String flow;
  private final Waiting waiting;
  private final Clock clock;
  private final Counter accepted;
  private final Counter retried;
  private final Counter purged;
  private final Counter answeredLate;
  private final Map<Outcome, Counter> ended = new EnumMap<>(Outcome.class);
  private final Timer acceptedToSent;
  private final Timer sentToAnswered;
  private final Timer acceptedToAnswered;
  private final Timer acceptedToDelivered;
  private volatile Mishap lastError;

  FlowFigures(String flow, MeterRegistry registry, Waiting waiting, Clock clock) {
    this.flow = flow;
    this.waiting = waiting;
    this.clock = clock;
    this.accepted = Counter.builder("renkei.inquiries.accepted").tag(FLOW, flow).register(registry);
    this.purged = Counter.builder("renkei.inquiries.purged").tag(FLOW, flow).register(registry);
    this.retried = Counter.builder("renkei.inquiries.retried").tag(FLOW, flow).register(registry);
    this.answeredLate =
        Counter.builder("renkei.inquiries.answered.late").tag(FLOW, flow).register(registry);
    for (Outcome outcome : Outcome.values()) {
      ended.put(
          outcome,
          Counter.builder("renkei.inquiries.ended")
              .tag(FLOW, flow)
              .tag("outcome", outcome.name())
              .register(registry));
    }
    this.acceptedToSent = timer("renkei.inquiry.accepted.to.sent", registry);
    this.sentToAnswered = timer("renkei.inquiry.sent.to.answered", registry);
    this.acceptedToAnswered = timer("renkei.inquiry.accepted.to.answered", registry);
    this.acceptedToDelivered = timer("renkei.inquiry.accepted.to.delivered", registry);
    gauge(
        "renkei.inquiries.waiting",
        null,
        figures -> figures.waiting().orElse(Double.NaN),
        registry);
    gauge(
        "renkei.inquiries.oldest.waiting",
        "seconds",
        figures -> figures.oldestWaitingSeconds().orElse(Double.NaN),
        registry);
  }

  private Timer timer(String name, MeterRegistry registry) {
    return Timer.builder(name).tag(FLOW, flow).serviceLevelObjectives(BUCKETS).register(registry);
  }

  private void gauge(
      String name, String unit, ToDoubleFunction<FlowFigures> value, MeterRegistry registry) {
    Gauge.builder(name, this, value).baseUnit(unit).tag(FLOW, flow).register(registry);
  }

  /** How many inquiries this process has accepted; a repeat of a key is none. */
  public long accepted() {
    return (long) accepted.count();
  }

  /** How many inquiries this process has ended, by their outcome. */
  public Map<Outcome, Long> ended() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    ended.forEach((outcome, counter) -> counts.put(outcome, (long) counter.count()));
    return counts;
  }

  /** What went wrong last, since the process began. */
  public Optional<Mishap> lastError() {
    return Optional.ofNullable(lastError);
  }

  private Optional<Double> waiting() {
    return waiting.of(flow).map(open -> (double) open.inquiries());
  }

  private Optional<Double> oldestWaitingSeconds() {
    return waiting.of(flow).map(open -> open.oldestAge(clock.instant()).toMillis() / 1_000.0);
  }

  void countAccepted() {
    accepted.increment();
  }

  void countPurged() {
    purged.increment();
  }

  void countRetried() {
    retried.increment();
  }

  void countAnsweredLate() {
    answeredLate.increment();
  }

  void countEnded(Outcome outcome) {
    ended.get(outcome).increment();
  }

  void timeSent(Instant from, Instant to) {
    record(acceptedToSent, from, to);
  }

  void timeAnswered(Instant acceptedAt, Instant sentAt, Instant to) {
    record(acceptedToAnswered, acceptedAt, to);
    if (sentAt != null) {
      record(sentToAnswered, sentAt, to);
    }
  }

  void timeDelivered(Instant from) {
    record(acceptedToDelivered, from, clock.instant());
  }

  void note(Mishap mishap) {
    lastError = mishap;
  }

  private static void record(Timer timer, Instant from, Instant to) {
    timer.record(Duration.between(from, to));
  }
}

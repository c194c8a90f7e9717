package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is known of one agency's bulk channel; nothing where the ledger does not say. */
final class BulkFigures {

  private final String agency;
  private final Waiting waiting;
  private final Reading<Long> setAside;
  private final Clock clock;

  BulkFigures(String agency, Waiting waiting, Reading<Long> setAside, Clock clock) {
    this.agency = agency;
    this.waiting = waiting;
    this.setAside = setAside;
    this.clock = clock;
  }

  void register(MeterRegistry registry) {
    gauge(
        "renkei.bulk.files.waiting",
        figures -> figures.files(Waiting.UnsentFiles::files),
        registry);
    gauge(
        "renkei.bulk.inquiries.waiting",
        figures -> figures.files(Waiting.UnsentFiles::inquiries),
        registry);
    gauge("renkei.bulk.oldest.waiting.seconds", figures -> figures.files(figures::age), registry);
    gauge(
        "renkei.bulk.replies.set.aside",
        figures -> figures.setAside.now().map(Long::doubleValue).orElse(Double.NaN),
        registry);
  }

  private void gauge(String name, ToDoubleFunction<BulkFigures> value, MeterRegistry registry) {
    Gauge.builder(name, this, value).strongReference(true).tag("agency", agency).register(registry);
  }

  private double files(Function<Waiting.UnsentFiles, Long> what) {
    return waiting.files(agency).map(what).map(Long::doubleValue).orElse(Double.NaN);
  }

  private Long age(Waiting.UnsentFiles files) {
    return files.oldest() == null
        ? 0L
        : Duration.between(files.oldest(), clock.instant()).toSeconds();
  }
}

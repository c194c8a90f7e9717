package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import jp.renkei.ledger.SealLag;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the seal over events is told: as figures, and as a part of the hub's readiness. */
@Configuration(proxyBeanMethods = false)
class SealFiguresConfiguration {

  @Bean
  MeterBinder sealLagFigures(SealLag lag) {
    return registry ->
        Gauge.builder("renkei.evidence.lag.seconds", lag, SealFiguresConfiguration::seconds)
            .register(registry);
  }

  @Bean
  HealthIndicator evidenceHealthIndicator(SealLag lag) {
    return new EvidenceHealth(lag);
  }

  private static double seconds(SealLag lag) {
    Duration behind = lag.now();
    return behind.toMillis() / 1000.0;
  }
}

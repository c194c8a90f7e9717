package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.renkei.ledger.DiskWatch;
import jp.renkei.ledger.Intake;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How intake and the disks are told: as figures, and as a part of the hub's readiness. */
@Configuration(proxyBeanMethods = false)
class IntakeFiguresConfiguration {

  @Bean
  MeterBinder intakeFigures(Intake intake, DiskWatch disk) {
    return registry -> {
      Gauge.builder("renkei.intake.open", intake, its -> its.closedBy().isEmpty() ? 1 : 0)
          .register(registry);
      Gauge.builder("renkei.disk.free.bytes", disk, DiskWatch::free).register(registry);
      Gauge.builder("renkei.disk.reserve.bytes", disk, DiskWatch::reserve).register(registry);
      Gauge.builder("renkei.disk.nearly.full", disk, its -> its.isNearlyFull() ? 1 : 0)
          .register(registry);
    };
  }

  @Bean
  HealthIndicator diskHealthIndicator(DiskWatch disk) {
    return new DiskHealth(disk);
  }
}

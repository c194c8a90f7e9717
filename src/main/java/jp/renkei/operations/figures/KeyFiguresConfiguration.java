package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import jp.renkei.protection.ReadAnew;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How it is told whether the keys in use are those that lie outside. */
@Configuration(proxyBeanMethods = false)
class KeyFiguresConfiguration {

  @Bean
  MeterBinder keyFigures(List<ReadAnew<?>> keys) {
    return registry ->
        keys.forEach(
            each ->
                Gauge.builder("renkei.keys.current", each, its -> its.isCurrent() ? 1 : 0)
                    .tag("keys", each.name())
                    .register(registry));
  }
}

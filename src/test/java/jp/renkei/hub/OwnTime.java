package jp.renkei.hub;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A hub whose time the test sets. */
@TestConfiguration(proxyBeanMethods = false)
public class OwnTime {

  @Bean
  @Primary
  ShiftedClock shiftedClock() {
    return new ShiftedClock();
  }
}

package jp.renkei.cases;

import java.time.Clock;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.Cases;
import jp.renkei.ledger.LedgerWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts cases together. */
@Configuration(proxyBeanMethods = false)
class CasesConfiguration {

  @Bean
  DeclareExpected declareExpected(
      Catalogue catalogue, LedgerWriter writer, Cases cases, Clock clock) {
    return new DeclareExpected(catalogue, writer, cases, clock);
  }
}

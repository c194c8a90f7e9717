package jp.renkei.inquiry;

import java.time.Clock;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.SealedContents;
import jp.renkei.protection.RotatingKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What encrypts anew after a rotation of the keyset. */
@Configuration(proxyBeanMethods = false)
class ResealConfiguration {

  @Bean
  ResealContents resealContents(
      RotatingKeys keys, SealedContents contents, LedgerWriter writer, Clock clock) {
    return new ResealContents(keys, contents, writer, clock);
  }
}

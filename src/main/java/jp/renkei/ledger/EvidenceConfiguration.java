package jp.renkei.ledger;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What seals the ledger's events. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

  @Bean
  SealEvents sealEvents(GroupCommit commit, DataFolder folder, Clock clock) {
    return new SealEvents(commit, folder.node(), clock);
  }
}

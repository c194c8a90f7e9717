package jp.renkei.ledger;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What seals the ledger's events, and verifies them. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

  @Bean
  SealEvents sealEvents(GroupCommit commit, DataFolder folder, Clock clock) {
    return new SealEvents(commit, folder.node(), clock);
  }

  @Bean
  @DependsOn("flywayInitializer")
  SealedChain sealedChain(JdbcClient jdbc, CommitGate gate) {
    return new SealedChain(jdbc, gate);
  }

  @Bean
  VerifyEvents verifyEvents(JdbcClient jdbc, SealedChain chain) {
    return new VerifyEvents(jdbc, chain);
  }

  @Bean
  ExportEvents exportEvents(SealedChain chain) {
    return new ExportEvents(chain);
  }

  @Bean
  @DependsOn("flywayInitializer")
  AuditEvents auditEvents(JdbcClient jdbc, CommitGate gate) {
    return new AuditEvents(jdbc, gate);
  }
}

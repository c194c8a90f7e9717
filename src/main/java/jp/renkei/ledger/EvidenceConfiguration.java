package jp.renkei.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongSupplier;
import jp.renkei.protection.evidence.HeadFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What seals the ledger's events, and verifies them. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

  /** Nanoseconds of a clock that nobody sets. */
  @Bean
  LongSupplier ticks() {
    return System::nanoTime;
  }

  @Bean
  @DependsOn("flywayInitializer")
  SealLag sealLag(LongSupplier ticks) {
    return new SealLag(ticks);
  }

  @Bean
  SealEvents sealEvents(GroupCommit commit, DataFolder folder, SealLag lag, Clock clock) {
    return new SealEvents(commit, folder.node(), lag, clock);
  }

  @Bean
  @DependsOn("flywayInitializer")
  SealedChain sealedChain(JdbcClient jdbc, CommitGate gate) {
    return new SealedChain(jdbc, gate);
  }

  @Bean
  VerifyEvents verifyEvents(JdbcClient jdbc, SealedChain chain, HeadFile heads) {
    return new VerifyEvents(jdbc, chain, heads);
  }

  @Bean
  HeadFile headFile(DataFolder folder, @Value("${renkei.evidence}") String evidence) {
    Path own = folder.path().resolve("evidence");
    return new HeadFile((evidence.isEmpty() ? own : Path.of(evidence)).resolve(HeadFile.NAME));
  }

  @Bean
  @DependsOn("flywayInitializer")
  KeepHead keepHead(JdbcClient jdbc, CommitGate gate, HeadFile heads, Clock clock) {
    return new KeepHead(jdbc, gate, heads, clock);
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

  @Bean
  @DependsOn("flywayInitializer")
  Disclosures disclosures(JdbcClient jdbc, CommitGate gate) {
    return new Disclosures(jdbc, gate);
  }
}

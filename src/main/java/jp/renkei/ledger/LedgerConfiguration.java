package jp.renkei.ledger;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Limits;
import jp.renkei.protection.ContentCipher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the ledger together. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  Identifiers identifiers(Clock clock) {
    return new Identifiers(clock, new SecureRandom());
  }

  @Bean
  DataFolder dataFolder(@Value("${renkei.data}") Path path, Identifiers identifiers) {
    return new DataFolder(path, identifiers.id());
  }

  /**
   * The folder's lock comes before anything is read from the folder or written into it: before the
   * database, whose own lock does not say what is wrong, and before the secrets of a first start.
   */
  @Bean
  static BeanFactoryPostProcessor lockFirst() {
    return beans -> {
      for (String name : List.of("dataSource", "secretFiles")) {
        if (beans.containsBeanDefinition(name)) {
          beans.getBeanDefinition(name).setDependsOn("dataFolder");
        }
      }
    };
  }

  @Bean
  LifecycleMigration lifecycleMigration() {
    return new LifecycleMigration();
  }

  @Bean
  StorageMigration storageMigration() {
    return new StorageMigration();
  }

  @Bean(destroyMethod = "shutdown")
  ExecutorService ledgerCompletions() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        4, task -> new Thread(task, "renkei-ledger-completion-" + number.incrementAndGet()));
  }

  @Bean
  @DependsOn("flywayInitializer")
  GroupCommit groupCommit(
      DataSource dataSource, CommitGate commitGate, ObjectProvider<CaseNews> news)
      throws SQLException {
    boolean postgres = isPostgres(dataSource);
    if (postgres) {
      DurabilityCheck.of(dataSource);
    }
    // asked for when the first case is completed: what tells it needs much that is made later
    return new GroupCommit(
        dataSource, !postgres, commitGate, (key, at) -> news.getObject().completed(key, at));
  }

  @Bean
  @DependsOn({"flywayInitializer", "ledgerCompletions"})
  LedgerWriter ledgerWriter(
      GroupCommit groupCommit, ExecutorService ledgerCompletions, List<CommitListener> listeners) {
    return new LedgerWriter(
        groupCommit, ledgerCompletions, listeners, IntakeRoom.in(Runtime.getRuntime().maxMemory()));
  }

  @Bean
  CommitGate commitGate() {
    return new CommitGate();
  }

  private static boolean isPostgres(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return Sql.isPostgres(connection);
    }
  }

  @Bean
  LedgerReader ledgerReader(JdbcTemplate jdbc, CommitGate commitGate) {
    return new LedgerReader(jdbc, commitGate);
  }

  @Bean
  @DependsOn("flywayInitializer")
  Cases cases(JdbcClient jdbc, CommitGate commitGate) {
    return new Cases(jdbc, commitGate);
  }

  @Bean
  @DependsOn("flywayInitializer")
  Documents documents(JdbcClient jdbc, CommitGate commitGate) {
    return new Documents(jdbc, commitGate);
  }

  @Bean
  KeyedAnswers keyedAnswers(JdbcClient jdbc, CommitGate commitGate) {
    return new KeyedAnswers(jdbc, commitGate);
  }

  @Bean
  @DependsOn("flywayInitializer")
  Questions questions(JdbcClient jdbc, CommitGate commitGate) {
    return new Questions(jdbc, commitGate);
  }

  @Bean
  @DependsOn("flywayInitializer")
  Receipts receipts(JdbcClient jdbc, CommitGate commitGate) {
    return new Receipts(jdbc, commitGate);
  }

  @Bean
  @DependsOn("flywayInitializer")
  Retained retained(JdbcClient jdbc, CommitGate commitGate) {
    return new Retained(jdbc, commitGate);
  }

  @Bean
  @DependsOn("flywayInitializer")
  SealedContents sealedContents(JdbcClient jdbc, CommitGate commitGate) {
    return new SealedContents(jdbc, commitGate);
  }

  @Bean
  Outboxes outboxes(Catalogue catalogue) {
    return new Outboxes(
        agency -> catalogue.agency(agency).map(Agency::limits).orElse(Limits.DEFAULT).window());
  }

  @Bean
  @DependsOn("flywayInitializer")
  Pauses pauses(JdbcClient jdbc) {
    Pauses pauses = new Pauses(jdbc);
    pauses.read();
    return pauses;
  }

  @Bean
  @DependsOn("flywayInitializer")
  Backlog backlog(JdbcClient jdbc) {
    return new Backlog(jdbc);
  }

  @Bean
  @DependsOn("flywayInitializer")
  Incarnation incarnation(JdbcClient jdbc, Clock clock, Identifiers ids, DataFolder folder) {
    Incarnation incarnation = new Incarnation(jdbc, clock, ids.id(), folder.node());
    incarnation.begin();
    return incarnation;
  }

  @Bean
  DeliveryBoxes deliveryBoxes() {
    return new DeliveryBoxes();
  }

  @Bean
  DeliveryClaims deliveryClaims(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Incarnation incarnation,
      ContentCipher cipher,
      Clock clock,
      CommitGate commitGate) {
    return new DeliveryClaims(
        jdbc, new TransactionTemplate(transactions), incarnation, cipher, clock, commitGate);
  }

  @Bean
  PollClaims pollClaims(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Incarnation incarnation,
      Clock clock) {
    return new PollClaims(jdbc, new TransactionTemplate(transactions), incarnation, clock);
  }

  @Bean
  BulkFiles bulkFiles(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      Incarnation incarnation,
      Clock clock) {
    return new BulkFiles(jdbc, new TransactionTemplate(transactions), incarnation, clock);
  }

  @Bean
  SentFiles sentFiles(BulkFiles files, LedgerWriter writer) {
    return new SentFiles(files, writer);
  }

  @Bean
  @DependsOn("flywayInitializer")
  BulkReplies bulkReplies(JdbcClient jdbc) {
    return new BulkReplies(jdbc);
  }

  @Bean
  Claims claims(
      NamedParameterJdbcOperations jdbc,
      PlatformTransactionManager transactions,
      Incarnation incarnation,
      ContentCipher cipher,
      Clock clock,
      CommitGate commitGate,
      ClaimListener listener) {
    return new Claims(
        jdbc,
        new TransactionTemplate(transactions),
        incarnation,
        cipher,
        clock,
        commitGate,
        listener);
  }
}

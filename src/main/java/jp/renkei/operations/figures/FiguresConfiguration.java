package jp.renkei.operations.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.renkei.api.RefusalListener;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.inquiry.AgencyState;
import jp.renkei.inquiry.Delivering;
import jp.renkei.inquiry.DeliveryListener;
import jp.renkei.inquiry.Gates;
import jp.renkei.ledger.Backlog;
import jp.renkei.ledger.BulkFiles;
import jp.renkei.ledger.BulkReplies;
import jp.renkei.ledger.CommitListener;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Outboxes;
import jp.renkei.protection.Users;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the figures together and lets the rooms below tell them what happens. */
@Configuration(proxyBeanMethods = false)
class FiguresConfiguration {

  /** Reads the ledger, never interrupted: an interrupt in a read would close H2's file under it. */
  @Bean(destroyMethod = "shutdown")
  ExecutorService ledgerReadings() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "renkei-ledger-readings");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Bean
  Waiting waiting(Backlog backlog, BulkFiles files, ExecutorService ledgerReadings, Clock clock) {
    return new Waiting(backlog, files, ledgerReadings, clock);
  }

  /**
   * The figures, those of the whole catalogue from the start: a flow without an inquiry is told as
   * zero.
   *
   * @param camel asked later: its routes need the writer, and the writer needs the figures
   * @param delivering asked later for the same reason
   */
  @Bean
  Figures figures(
      MeterRegistry registry,
      Catalogue catalogue,
      Waiting waiting,
      Outboxes outboxes,
      Gates gates,
      Users users,
      ObjectProvider<CamelContext> camel,
      ObjectProvider<Delivering> delivering,
      Clock clock) {
    Figures figures =
        new Figures(
            flow -> new FlowFigures(flow, registry, waiting, clock),
            agency ->
                new AgencyFigures(
                    outboxes.of(agency),
                    () -> camel.getObject().getInflightRepository().size(agency + "/send"),
                    () -> catalogue.agency(agency).map(gates::stateOf).orElse(AgencyState.CLOSED),
                    registry),
            address ->
                new DeliveryFigures(
                    address,
                    waiting,
                    () -> delivering.getObject().heldUp(address),
                    registry,
                    clock),
            new WriterFigures(registry));
    catalogue.flows().stream().map(Flow::id).forEach(figures::flow);
    catalogue.agencies().stream().map(Agency::id).forEach(figures::agency);
    users
        .callers()
        .forEach(
            caller -> {
              figures.delivery(caller.replies());
              figures.delivery(caller.cases());
              if (!catalogue.ownedBy(caller.id()).isEmpty()) {
                figures.delivery(caller.asked());
              }
            });
    return figures;
  }

  @Bean
  CommitListener countCommits(Figures figures, Clock clock) {
    return new CountCommits(figures, clock);
  }

  @Bean
  RefusalListener countRefusals(MeterRegistry registry) {
    return new CountRefusals(registry);
  }

  @Bean
  DeliveryListener timeDeliveries(Figures figures) {
    return (flow, accepted) -> figures.flow(flow).timeDelivered(accepted);
  }

  /** What is told of each agency with a bulk channel. */
  @Bean
  MeterBinder bulkFigures(
      Catalogue catalogue,
      Waiting waiting,
      BulkReplies replies,
      ExecutorService ledgerReadings,
      Clock clock) {
    return registry ->
        catalogue.agencies().stream()
            .filter(agency -> agency.bulk() != null)
            .forEach(
                agency ->
                    new BulkFigures(
                            agency.id(),
                            waiting,
                            new Reading<>(
                                () -> replies.setAside(agency.id()), ledgerReadings, clock),
                            clock)
                        .register(registry));
  }

  @Bean
  MeterBinder queueLength(LedgerWriter writer) {
    return registry -> {
      Gauge.builder("renkei.ledger.queue.length", writer, LedgerWriter::queueLength)
          .register(registry);
      Gauge.builder("renkei.intake.waiting", writer, LedgerWriter::acceptsWaiting)
          .register(registry);
      Gauge.builder("renkei.intake.waiting.bytes", writer, LedgerWriter::acceptsWaitingBytes)
          .register(registry);
    };
  }
}

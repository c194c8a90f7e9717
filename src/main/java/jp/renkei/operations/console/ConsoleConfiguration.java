package jp.renkei.operations.console;

import io.hawt.jmx.JMXSecurityMBean;
import java.util.List;
import javax.management.StandardMBean;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.operations.figures.Figures;
import jp.renkei.operations.figures.Waiting;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Users;
import org.jolokia.server.core.service.api.Restrictor;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jmx.export.MBeanExporter;
import org.springframework.jmx.export.annotation.AnnotationMBeanExporter;
import org.springframework.jmx.support.RegistrationPolicy;

/** Puts the operators' MBeans together, and the guard before all MBeans. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

  @Bean
  LookingOnly lookingOnly() {
    return new LookingOnly();
  }

  /** Jolokia takes the one bean of this type. */
  @Bean
  Restrictor jolokiaGuard(LookingOnly rights) {
    return new JolokiaGuard(rights);
  }

  /** A hub that starts after another one in the same process takes the names over. */
  @Bean
  MBeanExporter mbeanExporter() {
    AnnotationMBeanExporter exporter = new AnnotationMBeanExporter();
    exporter.setRegistrationPolicy(RegistrationPolicy.REPLACE_EXISTING);
    return exporter;
  }

  @Bean
  SmartInitializingSingleton operatorsBeans(
      MBeanExporter exporter,
      Catalogue catalogue,
      Figures figures,
      Users users,
      LedgerWriter writer,
      Waiting waiting,
      LookingOnly rights) {
    return () -> {
      for (Flow flow : catalogue.flows()) {
        exporter.registerManagedResource(
            new FlowBean(flow, figures.flow(flow.id()), waiting), ConsoleNames.flow(flow.id()));
      }
      for (Agency agency : catalogue.agencies()) {
        exporter.registerManagedResource(
            new AgencyBean(agency, flowsOf(agency, catalogue), figures, waiting),
            ConsoleNames.agency(agency.id()));
      }
      for (Caller caller : users.callers()) {
        for (String address : queues(caller, catalogue)) {
          exporter.registerManagedResource(
              new DeliveryBean(figures.delivery(address)), ConsoleNames.delivery(address));
        }
      }
      exporter.registerManagedResource(
          new LedgerBean(
              catalogue.flows().stream().map(Flow::id).map(figures::flow).toList(),
              figures.writer(),
              writer,
              waiting),
          ConsoleNames.LEDGER);
      exporter.registerManagedResource(
          new StandardMBean(new Rights(rights), JMXSecurityMBean.class, false),
          ConsoleNames.RIGHTS);
    };
  }

  private static List<String> queues(Caller caller, Catalogue catalogue) {
    return catalogue.ownedBy(caller.id()).isEmpty()
        ? List.of(caller.replies(), caller.cases())
        : List.of(caller.replies(), caller.cases(), caller.asked());
  }

  private static List<String> flowsOf(Agency agency, Catalogue catalogue) {
    return catalogue.flows().stream().filter(flow -> flow.asks(agency.id())).map(Flow::id).toList();
  }
}

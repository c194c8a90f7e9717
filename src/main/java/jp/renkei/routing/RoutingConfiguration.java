package jp.renkei.routing;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Transport;
import jp.renkei.inquiry.Entrance;
import jp.renkei.inquiry.Gates;
import jp.renkei.inquiry.Permit;
import jp.renkei.inquiry.ReplyEntrance;
import jp.renkei.inquiry.bulk.DropFolders;
import jp.renkei.inquiry.file.RecordEntrance;
import jp.renkei.inquiry.owner.OwnerEntrance;
import jp.renkei.ledger.DataFolder;
import jp.renkei.ledger.DeliveryBoxes;
import jp.renkei.ledger.DiskReserve;
import jp.renkei.ledger.Incarnation;
import jp.renkei.ledger.LedgerWriter;
import jp.renkei.ledger.Outboxes;
import jp.renkei.ledger.StoreSpace;
import jp.renkei.message.MessageKinds;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.AgencyConnections;
import jp.renkei.protection.BrokerUsers;
import jp.renkei.protection.BulkConnections;
import jp.renkei.protection.Caller;
import jp.renkei.protection.MessageCipher;
import jp.renkei.protection.Users;
import jp.renkei.routing.https.HttpsAgencies;
import jp.renkei.routing.https.HttpsPoll;
import jp.renkei.routing.https.HttpsSend;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.ConsumerType;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts Camel, the broker and the transports together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
class RoutingConfiguration {

  /** The embedded broker, or, where an external one is named, only the word of where it is. */
  @Bean(destroyMethod = "stop")
  Broker broker(
      BrokerSettings settings,
      DataFolder folder,
      BrokerUsers users,
      Users people,
      Catalogue catalogue,
      Incarnation incarnation,
      DiskReserve reserve,
      StoreSpace stores)
      throws Exception {
    if (!settings.embedded()) {
      return new Broker(settings.url(), null);
    }
    if (incarnation.othersAlive() > 0) {
      throw new StartRefused(
          "Another node works on this database, and this one would have a broker of its own",
          "Give all nodes one external broker in RENKEI_BROKER_URL; if the other node was stopped"
              + " for good, wait "
              + Incarnation.LEASE.toSeconds()
              + " seconds");
    }
    Path journal = BrokerSettings.folder(folder.path());
    List<String> agencies =
        catalogue.agencies().stream()
            .filter(agency -> agency.transport() == Transport.JMS)
            .map(Agency::id)
            .toList();
    List<String> callers =
        people.callers().stream()
            .filter(caller -> users.names().contains(caller.brokerUser()))
            .map(Caller::id)
            .toList();
    EmbeddedBroker embedded =
        new EmbeddedBroker(
            journal,
            settings.port(),
            users.names(),
            users::password,
            agencies,
            callers,
            reserve.brokerStopsBelow(stores.of(folder.path())));
    return new Broker(embedded.url(), embedded);
  }

  /**
   * A broker elsewhere keeps a dead client's messages back until it gives the client up, a minute
   * by default; fifteen seconds are enough for a hub that pauses and short enough for one that is
   * dead.
   */
  @Bean
  ConnectionFactory connections(Broker broker, BrokerUsers users) throws JMSException {
    ActiveMQConnectionFactory connections =
        connections(broker.url(), users.password(EmbeddedBroker.HUB));
    if (broker.embedded() == null) {
      connections.setConnectionTTL(15_000);
      connections.setClientFailureCheckPeriod(5_000);
    }
    return connections;
  }

  static ActiveMQConnectionFactory connections(String url, String password) throws JMSException {
    ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url);
    connections.setUser(EmbeddedBroker.HUB);
    connections.setPassword(password);
    connections.setBlockOnDurableSend(false);
    connections.setConfirmationWindowSize(1 << 20);
    // each consumer has so much in memory
    connections.setConsumerWindowSize(64 << 10);
    connections.setIncomingInterceptorList(OnlyBytes.class.getName());
    // no class may be deserialised, whatever a message says
    connections.setDeserializationDenyList("*");
    return connections;
  }

  @Bean
  HealthIndicator brokerHealthIndicator(ConnectionFactory connections) {
    return new BrokerHealth(connections);
  }

  @Bean
  AcknowledgeTogether acknowledgeTogether() {
    return new AcknowledgeTogether();
  }

  @Bean
  JmsComponent jms(ConnectionFactory connections, AcknowledgeTogether together) {
    JmsComponent jms = new JmsComponent();
    jms.setConnectionFactory(connections);
    jms.setHeaderFilterStrategy(new AllowedHeaders());
    jms.setAcknowledgementMode(ActiveMQJMSConstants.INDIVIDUAL_ACKNOWLEDGE);
    jms.setCacheLevelName("CACHE_CONSUMER");
    jms.setConsumerType(ConsumerType.Custom);
    jms.setMessageListenerContainerFactory(together);
    // on their way at once; they are acknowledged together
    jms.setAsyncConsumer(true);
    jms.setDisableReplyTo(true);
    jms.setMapJmsMessage(false);
    jms.setRecoveryInterval(5_000);
    // a reply that is not taken comes again: one line each time, and the writer tells why
    jms.setErrorHandlerLogStackTrace(false);
    return jms;
  }

  @Bean
  LedgerComponent ledger(Outboxes outboxes, DeliveryBoxes boxes) {
    return new LedgerComponent(outboxes, boxes);
  }

  @Bean
  JmsDeliver jmsDeliver(ConnectionFactory connections, Clock clock) {
    return new JmsDeliver(address -> new JmsSender(connections, address, clock));
  }

  @Bean
  GuardCaller guardCaller(Broker broker) {
    return new GuardCaller(broker.embedded() != null);
  }

  @Bean
  DeadLetters deadLetters(ConnectionFactory connections, LedgerWriter writer, Clock clock) {
    return new DeadLetters(
        new JmsSender(connections, EmbeddedBroker.DEAD_LETTERS, clock), writer, clock);
  }

  @Bean
  JmsSend jmsSend(
      Catalogue catalogue,
      MessageKinds kinds,
      MessageCipher messages,
      ConnectionFactory connections,
      Clock clock) {
    return new JmsSend(
        catalogue, kinds, messages, address -> new JmsSender(connections, address, clock));
  }

  @Bean
  SendRoutes sendRoutes(CamelContext context, Catalogue catalogue, Gates gates) {
    return new SendRoutes(context, catalogue, gates);
  }

  @Bean
  HttpsAgencies httpsAgencies(Catalogue catalogue, AgencyConnections connections, Clock clock) {
    return new HttpsAgencies(catalogue, connections, clock);
  }

  @Bean
  HttpsSend httpsSend(Catalogue catalogue, MessageKinds kinds, HttpsAgencies agencies) {
    return new HttpsSend(catalogue, kinds, agencies);
  }

  @Bean
  HttpsPoll httpsPoll(Catalogue catalogue, MessageKinds kinds, HttpsAgencies agencies) {
    return new HttpsPoll(catalogue, kinds, agencies);
  }

  @Bean
  TellTroubleOnce tellTroubleOnce() {
    return new TellTroubleOnce();
  }

  @Bean
  GuardReply guard() {
    return new GuardReply();
  }

  @Bean
  Entrance entrance(CamelContext context, Permit permit) {
    return new RouteEntrance(context, permit);
  }

  @Bean
  ReplyEntrance replyEntrance(CamelContext context) {
    return new RouteReplyEntrance(context);
  }

  @Bean
  OwnerEntrance ownerEntrance(CamelContext context) {
    return new RouteOwnerEntrance(context);
  }

  @Bean
  RoutesInUse routesInUse(Catalogue catalogue, Clock clock) {
    return new RoutesInUse(catalogue, clock);
  }

  @Bean
  RecordFaults recordFaults() {
    return new RecordFaults();
  }

  @Bean
  RecordEntrance recordEntrance(CamelContext context) {
    return new RouteRecordEntrance(context);
  }

  @Bean
  CamelContextConfiguration bulkRoutes(
      Catalogue catalogue, BulkConnections connections, RoutesInUse inUse) {
    return new BulkRoutes(catalogue, connections, inUse);
  }

  @Bean
  CamelContextConfiguration dropRoutes(DropFolders folders) {
    return new DropRoutes(folders);
  }

  @Bean
  CamelContextConfiguration catalogueRoutes(Catalogue catalogue, RoutesInUse inUse) {
    return new CatalogueRoutes(catalogue, inUse);
  }

  @Bean
  CamelContextConfiguration callerRoutes(Users users, Catalogue catalogue, MessageCipher messages) {
    return new CallerRoutes(users.callers(), catalogue, messages);
  }
}

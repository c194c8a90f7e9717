package jp.renkei.routing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.renkei.problem.StartRefused;
import jp.renkei.protection.RandomText;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.nativo.jlibaio.LibaioContext;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The hub's own broker: users with rights on their own addresses only, an acceptor on the loopback,
 * nothing deleted by itself, dead letters and expired messages kept where they can be seen.
 */
final class EmbeddedBroker {

  static final String HUB = "hub";

  /** Where callers write: inquiries, and what owners answer. */
  static final List<String> DOORS = List.of("hub.inquiries", "hub.answers");

  static final String DEAD_LETTERS = "hub.dead-letters";

  private static final String EXPIRED = "hub.expired";

  /** Remembers at least as many sends as a lease holds twice at 1,000 a second. */
  private static final int DUPLICATE_IDS = 60_000;

  /** What a caller may leave unread; the rest waits in the ledger. */
  private static final int UNREAD_BYTES = 16 << 20;

  private static final int UNREAD_MESSAGES = 5_000;

  private static final int CLUSTER_PASSWORD_BYTES = 32;
  private static final String CALLER = "caller-";

  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final String url;

  /**
   * Starts it.
   *
   * @param folder where the journal lies
   * @param port on 127.0.0.1
   * @param users the users that may connect: {@code hub}, {@code agency-<id>}, {@code caller-<id>}
   * @param password the password of a user
   * @param agencies the agencies reached over jms
   * @param callers the callers that speak by queue
   * @param leastFree the free bytes of its disk below which it takes no message from anybody: far
   *     less than the reserve at which the hub takes no inquiry, so that replies still come in
   */
  EmbeddedBroker(
      Path folder,
      int port,
      Collection<String> users,
      UnaryOperator<String> password,
      Collection<String> agencies,
      Collection<String> callers,
      long leastFree)
      throws Exception {
    refuseTakenPort(port);
    // the port tells the brokers of one process apart, as it does those of one machine
    url = "vm://" + port;
    Configuration configuration = new ConfigurationImpl();
    configuration.setName("renkei");
    configuration.addAcceptorConfiguration("in-vm", url);
    configuration.addAcceptorConfiguration(
        "tcp",
        "tcp://127.0.0.1:"
            + port
            + "?protocols=CORE,AMQP,STOMP;saslMechanisms=PLAIN;tcpNoDelay=true");
    journal(configuration, folder, leastFree);
    addresses(configuration, agencies, callers);
    configuration.setSecurityEnabled(true);
    configuration.setPopulateValidatedUser(true);
    rights(configuration, agencies, callers);
    configuration.registerBrokerPlugin(new RefuseCompressed());
    configuration.registerBrokerPlugin(new RefuseUnreadable());
    configuration.registerBrokerPlugin(new StampSender());
    configuration.setIncomingInterceptorClassNames(List.of(RefuseFederation.class.getName()));
    // whoever logs in as another broker may do all; there is none, and the usual password is known
    configuration.setClusterPassword(RandomText.ofBytes(CLUSTER_PASSWORD_BYTES));
    server.setConfiguration(configuration);
    server.setSecurityManager(security(users, password));
    server.start();
  }

  /** The broker itself would only log it and run on without its acceptor. */
  private static void refuseTakenPort(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    } catch (IOException e) {
      throw new StartRefused(
          "The broker's port " + port + " on 127.0.0.1 is in use",
          "Stop what is listening there, or name another port in RENKEI_BROKER_PORT",
          e);
    }
  }

  private static void journal(Configuration configuration, Path folder, long leastFree) {
    configuration.setPersistenceEnabled(true);
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    boolean asynchronous = LibaioContext.isLoaded();
    configuration.setJournalType(asynchronous ? JournalType.ASYNCIO : JournalType.NIO);
    // the defaults wait 3.33 ms for more to write: that alone caps a session at 300 a second
    configuration.setJournalBufferTimeout_NIO(20_000);
    configuration.setJournalBufferTimeout_AIO(20_000);
    configuration.setJournalSyncTransactional(true);
    configuration.setJournalSyncNonTransactional(true);
    configuration.setPersistIDCache(true);
    configuration.setIDCacheSize(DUPLICATE_IDS);
    // a part of the disk says nothing of how much is left: on a large one it would stop far too
    // soon
    configuration.setMaxDiskUsage(-1);
    configuration.setMinDiskFree(leastFree);
    configuration.setMessageExpiryScanPeriod(30_000);
    configuration.setJMXManagementEnabled(false);
  }

  private static void addresses(
      Configuration configuration, Collection<String> agencies, Collection<String> callers) {
    configuration.addAddressSetting("#", settings());
    // a caller who does not read fills its own queue, and no memory or disk beyond it; what it has
    // not read when it may be kept no longer is gone
    AddressSettings bounded =
        settings()
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
            .setMaxSizeBytes(UNREAD_BYTES)
            // a large message lies on the disk and counts for little of that
            .setMaxSizeMessages(UNREAD_MESSAGES)
            .setExpiryAddress(SimpleString.of(""));
    configuration.addAddressSetting("hub.replies.#", bounded);
    configuration.addAddressSetting("hub.cases.#", bounded);
    configuration.addAddressSetting("hub.questions.#", bounded);
    queue(configuration, DEAD_LETTERS);
    queue(configuration, EXPIRED);
    DOORS.forEach(door -> queue(configuration, door));
    for (String caller : callers) {
      own(caller).forEach(own -> queue(configuration, own));
    }
    for (String agency : agencies) {
      queue(configuration, "agency." + agency + ".inquiry");
      queue(configuration, "agency." + agency + ".reply");
    }
  }

  private static AddressSettings settings() {
    return new AddressSettings()
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(EXPIRED))
        // what a reply says is judged by the hub and held there; only the hub's own trouble
        // sends one back, and that is no reason ever to give it up
        .setMaxDeliveryAttempts(-1)
        .setRedeliveryDelay(250)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(30_000)
        .setRedeliveryCollisionAvoidanceFactor(0.15)
        .setAutoCreateQueues(false)
        .setAutoCreateAddresses(false)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setMaxSizeBytes(32L << 20)
        .setPageSizeBytes(4 << 20)
        .setIDCacheSize(DUPLICATE_IDS);
  }

  private static void queue(Configuration configuration, String name) {
    configuration.addAddressConfiguration(
        new CoreAddressConfiguration()
            .setName(name)
            .addRoutingType(RoutingType.ANYCAST)
            .addQueueConfiguration(
                QueueConfiguration.of(name)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true)
                    .setAutoDelete(false)));
  }

  private static void rights(
      Configuration configuration, Collection<String> agencies, Collection<String> callers) {
    configuration.putSecurityRoles("#", Set.of(consume(HUB)));
    configuration.putSecurityRoles(DEAD_LETTERS, new HashSet<>(Set.of(send(HUB), consume(HUB))));
    Set<Role> doors = new HashSet<>(Set.of(consume(HUB)));
    for (String caller : callers) {
      String user = CALLER + caller;
      doors.add(send(user));
      for (String own : own(caller)) {
        configuration.putSecurityRoles(own, new HashSet<>(Set.of(send(HUB), consume(user))));
      }
    }
    DOORS.forEach(door -> configuration.putSecurityRoles(door, new HashSet<>(doors)));
    for (String agency : agencies) {
      String user = "agency-" + agency;
      configuration.putSecurityRoles(
          "agency." + agency + ".inquiry", new HashSet<>(Set.of(send(HUB), consume(user))));
      configuration.putSecurityRoles(
          "agency." + agency + ".reply", new HashSet<>(Set.of(consume(HUB), send(user))));
    }
  }

  /** What a caller reads, and nobody else. */
  private static List<String> own(String caller) {
    return List.of("hub.replies." + caller, "hub.cases." + caller, "hub.questions." + caller);
  }

  private static Role send(String user) {
    return new Role(
        user, true, false, false, false, false, false, false, false, false, false, false, false);
  }

  private static Role consume(String user) {
    return new Role(
        user, false, true, false, false, false, false, false, true, false, false, false, false);
  }

  private static ActiveMQJAASSecurityManager security(
      Collection<String> users, UnaryOperator<String> password) {
    SecurityConfiguration known = new SecurityConfiguration();
    for (String user : users) {
      known.addUser(user, password.apply(user));
      known.addRole(user, user);
    }
    return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), known);
  }

  /** Where this process connects. */
  String url() {
    return url;
  }

  void stop() throws Exception {
    server.stop();
  }
}

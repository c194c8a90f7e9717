package jp.renkei.routing;

import jakarta.jms.Message;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.NamedRoute;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.jms.listener.AbstractMessageListenerContainer;

/**
 * Tells how messages from a queue ended that are on their way together. Every route that begins at
 * a queue has it as its policy; {@link BatchContainer} acknowledges by it.
 */
final class AcknowledgeTogether extends RoutePolicySupport
    implements RoutePolicyFactory, MessageListenerContainerFactory {

  private static final String QUEUES = "jms:";

  private final Map<Message, CompletableFuture<Void>> toBegin = new ConcurrentHashMap<>();

  /**
   * Sends a message down its route, on this thread.
   *
   * @param listener what brings it onto the route
   * @return completes when the route has done with it, by its failure where it failed
   */
  CompletableFuture<Void> begin(Message message, Listener listener) {
    CompletableFuture<Void> ends = new CompletableFuture<>();
    toBegin.put(message, ends);
    try {
      listener.take();
    } catch (Exception e) {
      ends.completeExceptionally(e);
    }
    if (toBegin.remove(message) != null) {
      ends.completeExceptionally(new IllegalStateException("A message came to no route"));
    }
    return ends;
  }

  @Override
  public AbstractMessageListenerContainer createMessageListenerContainer(JmsEndpoint endpoint) {
    return new BatchContainer(endpoint, this);
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
    return route instanceof NamedRoute named && named.getEndpointUrl().startsWith(QUEUES)
        ? this
        : null;
  }

  /**
   * The exchange itself tells its end: the policy would not be asked any more in a hub that stops.
   */
  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    if (exchange.getIn() instanceof JmsMessage message) {
      CompletableFuture<Void> ends = toBegin.remove(message.getJmsMessage());
      if (ends != null) {
        exchange.getExchangeExtension().addOnCompletion(new Ends(ends));
      }
    }
  }

  /** What brings a message onto its route. */
  interface Listener {
    void take() throws Exception;
  }

  private record Ends(CompletableFuture<Void> ends) implements Synchronization {

    @Override
    public void onComplete(Exchange exchange) {
      ends.complete(null);
    }

    @Override
    public void onFailure(Exchange exchange) {
      Exception failure = exchange.getException();
      ends.completeExceptionally(
          failure != null ? failure : new IllegalStateException("A message was given back"));
    }
  }
}

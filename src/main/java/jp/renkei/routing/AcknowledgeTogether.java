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
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.jms.listener.AbstractMessageListenerContainer;

/**
 * What messages that go down a route together wait for: the end of each. A route that begins at a
 * queue tells it as its policy; {@link BatchContainer} acknowledges by it.
 */
final class AcknowledgeTogether extends RoutePolicySupport
    implements RoutePolicyFactory, MessageListenerContainerFactory {

  private static final String QUEUES = "jms:";
  private static final String ENDS = "ends";

  private final Map<Message, CompletableFuture<Void>> begun = new ConcurrentHashMap<>();

  /**
   * Says that a message goes down its route next, on this thread.
   *
   * @return completes when the route has done with it, by its failure where it failed
   */
  CompletableFuture<Void> begin(Message message) {
    CompletableFuture<Void> ends = new CompletableFuture<>();
    begun.put(message, ends);
    return ends;
  }

  /** Says that a message has come to no route, or has thrown its way out of it. */
  void failed(Message message, CompletableFuture<Void> ends, Throwable failure) {
    begun.remove(message);
    ends.completeExceptionally(failure);
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

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    if (exchange.getIn() instanceof JmsMessage message) {
      CompletableFuture<Void> ends = begun.remove(message.getJmsMessage());
      if (ends != null) {
        exchange.setProperty(ENDS, ends);
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public void onExchangeDone(Route route, Exchange exchange) {
    CompletableFuture<Void> ends = exchange.getProperty(ENDS, CompletableFuture.class);
    if (ends == null) {
      return;
    }
    if (exchange.getException() == null) {
      ends.complete(null);
    } else {
      ends.completeExceptionally(exchange.getException());
    }
  }
}

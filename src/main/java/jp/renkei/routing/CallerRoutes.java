package jp.renkei.routing;

import java.util.Collection;
import java.util.List;
import jp.renkei.flow.Catalogue;
import jp.renkei.protection.Caller;
import jp.renkei.protection.MessageCipher;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes two routes a caller, {@code <caller>/replies} and {@code <caller>/cases}, which deliver
 * what the caller gets by queue. One that polls has them, too: it may ask by queue. One that owns
 * answers has a third, {@code <caller>/questions}.
 */
public final class CallerRoutes implements CamelContextConfiguration {

  private static final Logger log = LoggerFactory.getLogger(CallerRoutes.class);

  /** The templates of queue.camel.yaml. */
  private static final String QUEUE = "caller-queue";

  private static final String QUESTIONS = "questions-queue";

  private final List<Caller> callers;
  private final Catalogue catalogue;
  private final MessageCipher messages;

  CallerRoutes(Collection<Caller> callers, Catalogue catalogue, MessageCipher messages) {
    this.callers = List.copyOf(callers);
    this.catalogue = catalogue;
    this.messages = messages;
  }

  @Override
  public void beforeApplicationStart(CamelContext context) {
    for (Caller caller : callers) {
      add(context, QUEUE, caller.id() + "/replies", caller.replies(), "結果の配信 outcomes and answers");
      add(context, QUEUE, caller.id() + "/cases", caller.cases(), "案件完了の配信 the end of cases");
      if (!catalogue.ownedBy(caller.id()).isEmpty()) {
        add(
            context,
            QUESTIONS,
            caller.id() + "/questions",
            caller.asked(),
            "照会の配信 questions that it answers");
      }
      if (caller.byQueue() && !messages.hasKey(caller.brokerUser())) {
        log.warn(
            "What the caller {} gets by queue is not encrypted: what lies in its broker stays"
                + " readable; it belongs on an encrypted volume / 業務システムへの配信は暗号化されません。ブローカーを暗号化ボリュームに置いてください",
            caller.id());
      }
    }
  }

  private static void add(
      CamelContext context, String template, String routeId, String address, String title) {
    TemplatedRouteBuilder.builder(context, template)
        .routeId(routeId)
        .parameter("address", address)
        .handler(
            definition -> {
              RouteDefinition route = definition.getRoute();
              // not description(…), which describes the route's last step
              route.setDescription(title);
              route.setGroup("callers");
              route.setNodePrefixId(null);
            })
        .add();
  }

  @Override
  public void afterApplicationStart(CamelContext context) {
    // the routes start with the context
  }
}

package jp.renkei.routing;

import java.util.Locale;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.HttpsConnection.Answers;
import jp.renkei.flow.Title;
import jp.renkei.flow.Transport;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the named routes out of catalogue and templates: two a flow ({@code <flow>} and {@code
 * <flow>/reply}), two an agency ({@code <agency>/send} and, unless it answers on paper, {@code
 * <agency>/receive}), a third ({@code <agency>/poll}) where it wants to be asked for its answers,
 * with the Japanese title as description and the business area, or the path, as group. Those of an
 * entry that is not in use yet, or any more, do not start.
 */
public final class CatalogueRoutes implements CamelContextConfiguration {

  private static final Logger log = LoggerFactory.getLogger(CatalogueRoutes.class);

  private final Catalogue catalogue;
  private final RoutesInUse inUse;

  CatalogueRoutes(Catalogue catalogue, RoutesInUse inUse) {
    this.catalogue = catalogue;
    this.inUse = inUse;
  }

  @Override
  public void beforeApplicationStart(CamelContext context) {
    catalogue.agencies().forEach(agency -> add(context, agency));
    catalogue.flows().forEach(flow -> add(context, flow));
    nameStepsAlike(context);
  }

  /**
   * A route of a template has a prefix to its steps' ids: the counts have it and the drawing has
   * not, so that Hawtio finds no count for what it drew. The ids are one of a kind without it.
   */
  static void nameStepsAlike(CamelContext context) {
    context
        .getCamelContextExtension()
        .getContextPlugin(Model.class)
        .getRouteDefinitions()
        .forEach(route -> route.setNodePrefixId(null));
  }

  @Override
  public void afterApplicationStart(CamelContext context) {
    // the routes start with the context
  }

  private void add(CamelContext context, Flow flow) {
    String pattern = flow.pattern().name().toLowerCase(Locale.ROOT);
    template(context, pattern, flow.id(), flow.title(), flow.area().id())
        .parameter("flow", flow.id())
        .add();
    template(context, pattern + "-reply", flow.id() + "/reply", flow.title(), flow.area().id())
        .parameter("flow", flow.id())
        .add();
  }

  private void add(CamelContext context, Agency agency) {
    if (agency.transport().liesSomewhere() && agency.encryption() == Agency.Encryption.NONE) {
      log.warn(
          "Messages to {} are not encrypted: what lies in its {} stays readable; it belongs on an"
              + " encrypted volume / 電文は暗号化されません。保存先を暗号化ボリュームに置いてください",
          agency.id(),
          agency.transport() == Transport.DOCUMENT ? "folder" : "broker");
    }
    String transport = agency.transport().name().toLowerCase(Locale.ROOT);
    template(context, transport + "-send", agency.id() + "/send", agency.title(), agency.path())
        .parameter("agency", agency.id())
        .parameter("inFlight", agency.inFlight())
        .parameter("rate", agency.limits().rate() == null ? 0 : agency.limits().rate())
        .add();
    if (agency.transport().receives()) {
      addReceive(context, agency, transport);
    }
    if (agency.https() != null && agency.https().answers() == Answers.POLLING) {
      template(context, "https-poll", agency.id() + "/poll", agency.title(), agency.path())
          .parameter("agency", agency.id())
          .add();
    }
  }

  private void addReceive(CamelContext context, Agency agency, String transport) {
    TemplatedRouteBuilder receive =
        template(
                context,
                transport + "-receive",
                agency.id() + "/receive",
                agency.title(),
                agency.path())
            .parameter("agency", agency.id());
    if (agency.transport() == Transport.JMS) {
      receive.parameter("consumers", agency.consumers());
    }
    receive.add();
  }

  private TemplatedRouteBuilder template(
      CamelContext context, String template, String routeId, Title title, String group) {
    return TemplatedRouteBuilder.builder(context, template)
        .routeId(routeId)
        .handler(
            definition -> {
              RouteDefinition route = definition.getRoute();
              // not description(…), which describes the route's last step
              route.setDescription(title.ja());
              route.setGroup(group);
              route.setAutoStartup(Boolean.toString(inUse.runs(routeId)));
            });
  }
}

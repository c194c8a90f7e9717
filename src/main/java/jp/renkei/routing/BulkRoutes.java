package jp.renkei.routing;

import java.util.List;
import jp.renkei.flow.Agency;
import jp.renkei.flow.BulkChannel;
import jp.renkei.flow.Catalogue;
import jp.renkei.protection.BulkConnection;
import jp.renkei.protection.BulkConnections;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spring.boot.CamelContextConfiguration;

/**
 * Makes three routes for each agency with a bulk channel: {@code <agency>/files/collect}, and over
 * SFTP with a strict host key and the hub's own key {@code <agency>/files/send} and {@code
 * <agency>/files/receive}.
 */
final class BulkRoutes implements CamelContextConfiguration {

  private final Catalogue catalogue;
  private final BulkConnections connections;
  private final RoutesInUse inUse;

  BulkRoutes(Catalogue catalogue, BulkConnections connections, RoutesInUse inUse) {
    this.catalogue = catalogue;
    this.connections = connections;
    this.inUse = inUse;
  }

  @Override
  public void beforeApplicationStart(CamelContext context) {
    List<Agency> agencies =
        catalogue.agencies().stream().filter(agency -> agency.bulk() != null).toList();
    for (Agency agency : agencies) {
      BulkChannel channel = agency.bulk();
      template(context, agency, "bulk-collect", "/files/collect").add();
      template(context, agency, "bulk-send", "/files/send")
          .parameter("folder", channel.out())
          .parameter("endFile", channel.endFile())
          .add();
      template(context, agency, "bulk-receive", "/files/receive")
          .parameter("folder", channel.in())
          .add();
    }
    CatalogueRoutes.nameStepsAlike(context);
  }

  @Override
  public void afterApplicationStart(CamelContext context) {
    // the routes start with the context
  }

  private TemplatedRouteBuilder template(
      CamelContext context, Agency agency, String template, String suffix) {
    BulkChannel channel = agency.bulk();
    BulkConnection connection = connections.of(agency.id());
    String routeId = agency.id() + suffix;
    return TemplatedRouteBuilder.builder(context, template)
        .routeId(routeId)
        .handler(
            definition -> {
              RouteDefinition route = definition.getRoute();
              route.setDescription(agency.title().ja() + " 一括照会");
              route.setGroup(agency.path());
              route.setAutoStartup(Boolean.toString(inUse.runs(routeId)));
            })
        .parameter("agency", agency.id())
        .parameter("host", connection.host() == null ? channel.host() : connection.host())
        .parameter("port", connection.port() == null ? channel.port() : connection.port())
        .parameter("user", channel.user())
        .parameter("key", connection.privateKey().toString())
        .parameter("knownHosts", connection.knownHosts().toString())
        .parameter("every", channel.every().toMillis());
  }
}

package jp.renkei.routing;

import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.Gates;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.RouteController;

/** Suspends the send routes of agencies that are paused or broken, so that operators see it. */
public final class SendRoutes {

  private final CamelContext context;
  private final Catalogue catalogue;
  private final Gates gates;

  SendRoutes(CamelContext context, Catalogue catalogue, Gates gates) {
    this.context = context;
    this.catalogue = catalogue;
    this.gates = gates;
  }

  /** Suspends and resumes what is to be. */
  public void obey() throws Exception {
    RouteController routes = context.getRouteController();
    for (Agency agency : catalogue.agencies()) {
      String route = agency.id() + "/send";
      ServiceStatus status = routes.getRouteStatus(route);
      if (status == ServiceStatus.Started && gates.suspended(agency)) {
        routes.suspendRoute(route);
      } else if (status == ServiceStatus.Suspended && !gates.suspended(agency)) {
        routes.resumeRoute(route);
      }
    }
  }
}

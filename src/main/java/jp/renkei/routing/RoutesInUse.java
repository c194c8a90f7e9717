package jp.renkei.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.flow.JapaneseTime;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the routes of the entries that are in use today. What goes out stops after an entry's last
 * day; what comes in goes on, because an answer may come to what was asked before.
 */
public final class RoutesInUse {

  private static final Logger log = LoggerFactory.getLogger(RoutesInUse.class);

  private final Catalogue catalogue;
  private final Clock clock;
  private LocalDate day;

  RoutesInUse(Catalogue catalogue, Clock clock) {
    this.catalogue = catalogue;
    this.clock = clock;
    this.day = today();
  }

  /** Whether a route is to run from the start on. */
  synchronized boolean runs(String routeId) {
    return on(day).getOrDefault(routeId, true);
  }

  /**
   * Where a day has begun, starts and stops what it changes. A route that it does not change is
   * left as it is.
   *
   * @throws Exception where a route does not start or stop; the next turn tries again
   */
  public synchronized void turn(CamelContext context) throws Exception {
    LocalDate today = today();
    if (today.equals(day)) {
      return;
    }
    Map<String, Boolean> before = on(day);
    for (Map.Entry<String, Boolean> route : on(today).entrySet()) {
      if (!route.getValue().equals(before.get(route.getKey()))) {
        change(context.getRouteController(), route.getKey(), route.getValue());
      }
    }
    day = today;
  }

  private static void change(RouteController routes, String id, boolean run) throws Exception {
    if (run) {
      routes.startRoute(id);
      log.info("{} is in use from today on", id);
    } else {
      routes.stopRoute(id);
      log.info("{} is not in use any more", id);
    }
  }

  private Map<String, Boolean> on(LocalDate someDay) {
    Map<String, Boolean> routes = new TreeMap<>();
    for (Agency agency : catalogue.agencies()) {
      routes.put(agency.id() + "/send", agency.validity().includes(someDay));
      if (agency.transport().receives()) {
        routes.put(agency.id() + "/receive", agency.validity().hasBegun(someDay));
      }
      if (agency.bulk() != null) {
        routes.put(agency.id() + "/files/collect", agency.validity().includes(someDay));
        routes.put(agency.id() + "/files/send", agency.validity().includes(someDay));
        routes.put(agency.id() + "/files/receive", agency.validity().hasBegun(someDay));
      }
    }
    for (Flow flow : catalogue.flows()) {
      routes.put(flow.id(), flow.isValidOn(someDay));
      routes.put(flow.id() + "/reply", flow.validity().hasBegun(someDay));
    }
    return routes;
  }

  private LocalDate today() {
    return JapaneseTime.dayOf(clock.instant());
  }
}

package jp.renkei.routing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Tells of a route that runs every second when its trouble begins and when it is over, and not
 * every second in between. Hawtio counts each failure all the same.
 */
final class TellTroubleOnce extends RoutePolicySupport {

  private static final Logger log = LoggerFactory.getLogger(TellTroubleOnce.class);

  private final Set<String> troubled = ConcurrentHashMap.newKeySet();

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    Throwable trouble = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    if (trouble == null && troubled.remove(route.getRouteId())) {
      log.info("{} works again", route.getRouteId());
    } else if (trouble != null && troubled.add(route.getRouteId())) {
      log.error(
          "{} cannot work and tries on; this is said once / 動作できません。再試行を続けます: {}",
          route.getRouteId(),
          NestedExceptionUtils.getMostSpecificCause(trouble).toString());
    }
  }
}

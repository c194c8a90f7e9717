package jp.renkei.routing.https;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.flow.Catalogue;
import jp.renkei.protection.AgencyConnections;

/** The agencies reached over https, each with its connections and its token. */
public final class HttpsAgencies {

  private final Catalogue catalogue;
  private final AgencyConnections connections;
  private final Clock clock;
  private final Map<String, HttpsAgency> agencies = new ConcurrentHashMap<>();

  public HttpsAgencies(Catalogue catalogue, AgencyConnections connections, Clock clock) {
    this.catalogue = catalogue;
    this.connections = connections;
    this.clock = clock;
  }

  HttpsAgency of(String agency) {
    return agencies.computeIfAbsent(
        agency,
        id ->
            new HttpsAgency(catalogue.agency(id).orElseThrow().https(), connections.of(id), clock));
  }
}

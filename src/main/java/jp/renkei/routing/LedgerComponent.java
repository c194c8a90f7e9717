package jp.renkei.routing;

import java.util.Map;
import jp.renkei.ledger.Outboxes;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code ledger:<agency>?inFlight=256&rate=50}: the messages of an agency that this node has
 * claimed, so many at once, and so many a second where there is a rate.
 */
public final class LedgerComponent extends DefaultComponent {

  private final Outboxes outboxes;

  public LedgerComponent(Outboxes outboxes) {
    this.outboxes = outboxes;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String agency, Map<String, Object> parameters) {
    int inFlight = getAndRemoveParameter(parameters, "inFlight", Integer.class, 256);
    int rate = getAndRemoveParameter(parameters, "rate", Integer.class, 0);
    return new LedgerEndpoint(uri, this, outboxes.of(agency), inFlight, rate);
  }
}

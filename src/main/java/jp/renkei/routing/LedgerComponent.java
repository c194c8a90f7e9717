package jp.renkei.routing;

import java.util.Map;
import jp.renkei.ledger.DeliveryBoxes;
import jp.renkei.ledger.Outboxes;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code ledger:<agency>?inFlight=256&rate=50}: the messages of an agency that this node has
 * claimed, so many at once, and so many a second where there is a rate. {@code
 * ledger:deliveries:<address>}: what a caller is to get by that queue.
 */
public final class LedgerComponent extends DefaultComponent {

  private static final String DELIVERIES = "deliveries:";

  private final Outboxes outboxes;
  private final DeliveryBoxes boxes;

  public LedgerComponent(Outboxes outboxes, DeliveryBoxes boxes) {
    this.outboxes = outboxes;
    this.boxes = boxes;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String of, Map<String, Object> parameters) {
    int inFlight = getAndRemoveParameter(parameters, "inFlight", Integer.class, 256);
    int rate = getAndRemoveParameter(parameters, "rate", Integer.class, 0);
    return new LedgerEndpoint(uri, this, source(of), inFlight, rate);
  }

  private WorkSource<?> source(String of) {
    return of.startsWith(DELIVERIES)
        ? new BoxSource(boxes.of(of.substring(DELIVERIES.length())))
        : new OutboxSource(outboxes.of(of));
  }
}

package jp.renkei.routing;

import jp.renkei.ledger.Outbox;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** An agency's outbox as an endpoint to consume from. */
final class LedgerEndpoint extends DefaultEndpoint {

  private final Outbox outbox;
  private final int inFlight;
  private final int perSecond;

  LedgerEndpoint(
      String uri, LedgerComponent component, Outbox outbox, int inFlight, int perSecond) {
    super(uri, component);
    this.outbox = outbox;
    this.inFlight = inFlight;
    this.perSecond = perSecond;
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new LedgerConsumer(this, processor, outbox, inFlight, new Pace(perSecond));
  }

  @Override
  public Producer createProducer() {
    throw new IllegalArgumentException(
        "ledger: is only consumed from; what is to be sent gets there with its inquiry's commit");
  }

  @Override
  public boolean isSingleton() {
    return true;
  }
}

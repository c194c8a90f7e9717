package jp.renkei.routing;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** What is to leave in one direction, as an endpoint to consume from. */
final class LedgerEndpoint extends DefaultEndpoint {

  private final WorkSource<?> source;
  private final int inFlight;
  private final int perSecond;

  LedgerEndpoint(
      String uri, LedgerComponent component, WorkSource<?> source, int inFlight, int perSecond) {
    super(uri, component);
    this.source = source;
    this.inFlight = inFlight;
    this.perSecond = perSecond;
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new LedgerConsumer<>(this, processor, source, inFlight, new Pace(perSecond));
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

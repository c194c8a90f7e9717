package jp.renkei.routing;

import java.util.concurrent.CompletableFuture;
import jp.renkei.inquiry.file.IncomingRecord;
import jp.renkei.inquiry.file.RecordEntrance;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The entrance that leads into the route of reply files' records. */
final class RouteRecordEntrance implements RecordEntrance {

  /** The exchange property that tells why a record was held, as the pattern names it. */
  private static final String HELD = "held";

  private final ProducerTemplate producer;

  RouteRecordEntrance(CamelContext context) {
    this.producer = context.createProducerTemplate();
  }

  @Override
  public CompletableFuture<Boolean> arrive(IncomingRecord incoming) {
    return producer
        .asyncSend("direct:records", exchange -> exchange.getIn().setBody(incoming))
        .thenApply(RouteRecordEntrance::isHeld);
  }

  private static boolean isHeld(Exchange done) {
    if (done.getException() != null) {
      throw new IllegalStateException(done.getException());
    }
    return done.getProperty(HELD) != null;
  }
}

package jp.renkei.routing;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import jp.renkei.inquiry.IncomingReply;
import jp.renkei.inquiry.ReplyEntrance;
import jp.renkei.ledger.EventKind;
import jp.renkei.ledger.LedgerUnavailable;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The entrance that leads into an agency's receive route. It holds no thread meanwhile. */
final class RouteReplyEntrance implements ReplyEntrance {

  /** The exchange property that tells why a reply was held, as the pattern names it. */
  private static final String HELD = "held";

  private final ProducerTemplate producer;

  RouteReplyEntrance(CamelContext context) {
    this.producer = context.createProducerTemplate();
  }

  @Override
  public CompletableFuture<Boolean> arrive(IncomingReply reply) {
    return send(reply)
        .handle(
            (done, failure) -> {
              if (failure != null) {
                throw NotRunning.told(failure);
              }
              return isKnown(done);
            });
  }

  private CompletableFuture<Exchange> send(IncomingReply reply) {
    try {
      return producer.asyncSend(
          "direct:" + reply.agency() + "/receive", exchange -> exchange.getIn().setBody(reply));
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static boolean isKnown(Exchange done) {
    LedgerUnavailable away = done.getException(LedgerUnavailable.class);
    if (away != null) {
      throw away;
    }
    if (done.getException() != null) {
      throw NotRunning.told(done.getException());
    }
    return done.getProperty(HELD) != EventKind.REPLY_WITHOUT_INQUIRY;
  }
}

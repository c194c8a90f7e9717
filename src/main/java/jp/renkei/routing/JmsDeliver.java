package jp.renkei.routing;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jp.renkei.ledger.DeliveryWork;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** S2: the step that hands a delivery to the broker; it goes on when the broker has it. */
final class JmsDeliver extends AsyncProcessorSupport {

  private final Function<String, JmsSender> newSender;
  private final Map<String, JmsSender> senders = new ConcurrentHashMap<>();

  JmsDeliver(Function<String, JmsSender> newSender) {
    this.newSender = newSender;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    DeliveryWork work = exchange.getIn().getBody(DeliveryWork.class);
    CompletableFuture<Void> taken =
        senders.computeIfAbsent(work.address(), newSender).send(Outgoing.of(work));
    taken.whenComplete(
        (nothing, fault) -> {
          if (fault != null) {
            exchange.setException(fault);
          }
          callback.done(false);
        });
    return false;
  }

  @Override
  protected void doShutdown() {
    senders.values().forEach(JmsSender::close);
    senders.clear();
  }
}

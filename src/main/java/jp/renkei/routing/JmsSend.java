package jp.renkei.routing;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jp.renkei.flow.Agency;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.SendWork;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import jp.renkei.protection.MessageCipher;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * The step of a send route that hands the message to the broker; it goes on when the broker has it.
 */
final class JmsSend extends AsyncProcessorSupport {

  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final MessageCipher messages;
  private final Function<String, JmsSender> newSender;
  private final Map<String, JmsSender> senders = new ConcurrentHashMap<>();

  JmsSend(
      Catalogue catalogue,
      MessageKinds kinds,
      MessageCipher messages,
      Function<String, JmsSender> newSender) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.messages = messages;
    this.newSender = newSender;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    SendWork work = exchange.getIn().getBody(SendWork.class);
    CompletableFuture<Void> sent;
    try {
      sent = send(work);
    } catch (RuntimeException e) {
      exchange.setException(e);
      callback.done(true);
      return true;
    }
    sent.whenComplete(
        (nothing, fault) -> {
          if (fault != null) {
            exchange.setException(fault);
          }
          callback.done(false);
        });
    return false;
  }

  private CompletableFuture<Void> send(SendWork work) {
    Agency agency = catalogue.agency(work.agency()).orElseThrow();
    MessageKind kind = kinds.byId(catalogue.flow(work.flow()).orElseThrow().kind()).orElseThrow();
    return senders
        .computeIfAbsent(agency.id(), id -> newSender.apply("agency." + id + ".inquiry"))
        .send(Outgoing.of(work, kind.type(), keyId(agency, work.message())));
  }

  /** The key id of the message as it was built: a resend may be older than the newest key. */
  private String keyId(Agency agency, byte[] message) {
    return agency.encryption() == Agency.Encryption.JWE ? messages.keyIdOf(message) : null;
  }

  @Override
  protected void doStop() {
    senders.values().forEach(JmsSender::close);
    senders.clear();
  }
}

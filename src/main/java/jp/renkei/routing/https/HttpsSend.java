package jp.renkei.routing.https;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jp.renkei.flow.Catalogue;
import jp.renkei.inquiry.IncomingReceipt;
import jp.renkei.inquiry.IncomingReply;
import jp.renkei.ledger.SendWork;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * The step of a send route that posts the message (S1). What came of it is the exchange's new body:
 * an {@link IncomingReply} where the agency answered at once, else the {@link Reaction}.
 */
public final class HttpsSend extends AsyncProcessorSupport {

  /** The exchange property for an {@link IncomingReceipt}, as the pattern names it. */
  private static final String RECEIPT = "receipt";

  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final HttpsAgencies agencies;

  public HttpsSend(Catalogue catalogue, MessageKinds kinds, HttpsAgencies agencies) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.agencies = agencies;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    SendWork work = exchange.getIn().getBody(SendWork.class);
    MessageKind kind = kinds.byId(catalogue.flow(work.flow()).orElseThrow().kind()).orElseThrow();
    CompletableFuture<Reaction> reaction =
        agencies
            .of(work.agency())
            .post(work.number(), kind.type(), kind.mediaType(), work.message());
    return goOn(exchange, reaction, work.agency(), work.number(), callback);
  }

  /**
   * Goes on when the agency has reacted, with the reply or the reaction as the body, and with the
   * receipt number that came with it as a property.
   */
  static boolean goOn(
      Exchange exchange,
      CompletableFuture<Reaction> reaction,
      String agency,
      String number,
      AsyncCallback callback) {
    reaction.whenComplete(
        (came, failure) -> {
          if (failure != null) {
            exchange.setException(
                failure instanceof CompletionException ? failure.getCause() : failure);
          } else if (came instanceof Reaction.Answered answered) {
            exchange
                .getIn()
                .setBody(new IncomingReply(agency, number, null, answered.body(), null));
          } else {
            exchange.getIn().setBody(came);
            if (came.receipt() != null) {
              exchange.setProperty(RECEIPT, new IncomingReceipt(agency, number, came.receipt()));
            }
          }
          callback.done(false);
        });
    return false;
  }
}

package jp.renkei.routing.https;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.PollWork;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * The step that asks an agency for an answer it has promised. An agency that does not know the
 * inquiry yet (404) may come to know it: it is asked again, until the deadline.
 */
public final class HttpsPoll extends AsyncProcessorSupport {

  private static final int NOT_FOUND = 404;

  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final HttpsAgencies agencies;

  public HttpsPoll(Catalogue catalogue, MessageKinds kinds, HttpsAgencies agencies) {
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.agencies = agencies;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    PollWork work = exchange.getIn().getBody(PollWork.class);
    MessageKind kind = kinds.byId(catalogue.flow(work.flow()).orElseThrow().kind()).orElseThrow();
    URI where = work.location() == null ? null : URI.create(work.location());
    CompletableFuture<Reaction> reaction =
        agencies
            .of(work.agency())
            .ask(work.number(), where, kind.mediaType())
            .thenApply(HttpsPoll::patient);
    return HttpsSend.goOn(exchange, reaction, work.agency(), work.number(), callback);
  }

  private static Reaction patient(Reaction reaction) {
    return reaction instanceof Reaction.Refused refused && refused.status() == NOT_FOUND
        ? new Reaction.Promised(null, Duration.ZERO, null)
        : reaction;
  }
}

package jp.renkei.routing;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.inquiry.Entrance;
import jp.renkei.inquiry.Permit;
import jp.renkei.inquiry.Submission;
import jp.renkei.ledger.Acceptance;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;

/** The entrance that leads into a flow's route. It holds no thread while the ledger commits. */
final class RouteEntrance implements Entrance {

  private final CamelContext context;
  private final Permit permit;
  private final Map<String, AsyncProducer> producers = new ConcurrentHashMap<>();

  RouteEntrance(CamelContext context, Permit permit) {
    this.context = context;
    this.permit = permit;
  }

  @Override
  public CompletableFuture<Acceptance> submit(Submission submission) {
    CompletableFuture<Acceptance> accepted = new CompletableFuture<>();
    AsyncProducer producer = producers.computeIfAbsent(submission.flow().id(), this::producer);
    Exchange exchange = producer.getEndpoint().createExchange();
    exchange.getIn().setBody(submission);
    producer.process(
        exchange,
        doneSync -> {
          if (exchange.getException() != null) {
            accepted.completeExceptionally(told(submission, exchange.getException()));
          } else {
            accepted.complete(exchange.getMessage().getBody(Acceptance.class));
          }
        });
    return accepted;
  }

  /** A flow whose route is stopped or suspended cannot accept now, or is not in use today. */
  private Exception told(Submission submission, Exception failure) {
    if (!NotRunning.is(failure)) {
      return failure;
    }
    try {
      permit.permit(submission);
      return new ProblemException(Problem.UNAVAILABLE);
    } catch (ProblemException refused) {
      return refused;
    }
  }

  private AsyncProducer producer(String flow) {
    Endpoint endpoint = context.getEndpoint("direct:" + flow);
    try {
      AsyncProducer producer = endpoint.createAsyncProducer();
      producer.start();
      return producer;
    } catch (Exception e) {
      throw RuntimeCamelException.wrapRuntimeCamelException(e);
    }
  }
}

package jp.renkei.routing;

import java.util.concurrent.RejectedExecutionException;
import jp.renkei.inquiry.owner.OwnerAnswer;
import jp.renkei.inquiry.owner.OwnerEntrance;
import jp.renkei.ledger.AnswerQuestion;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The entrance that leads into a flow's reply route. */
final class RouteOwnerEntrance implements OwnerEntrance {

  private final ProducerTemplate producer;

  RouteOwnerEntrance(CamelContext context) {
    this.producer = context.createProducerTemplate();
  }

  @Override
  public AnswerQuestion.Standing arrive(OwnerAnswer answer) {
    Exchange done = send(answer);
    if (done.getException() != null) {
      throw NotRunning.told(done.getException());
    }
    return done.getMessage().getBody(AnswerQuestion.Standing.class);
  }

  private Exchange send(OwnerAnswer answer) {
    try {
      return producer.send(
          "direct:" + answer.flow() + "/reply", exchange -> exchange.getIn().setBody(answer));
    } catch (RejectedExecutionException e) {
      throw NotRunning.told(e);
    }
  }
}

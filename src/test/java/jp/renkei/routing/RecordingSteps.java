package jp.renkei.routing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.renkei.inquiry.AwaitedReply;
import jp.renkei.inquiry.IncomingReceipt;
import jp.renkei.inquiry.ReplyHeld;
import jp.renkei.ledger.SendWork;
import org.apache.camel.Exchange;

/** Stands in for the steps that the patterns name: notes each call and answers as it was told. */
public final class RecordingSteps {

  /** What a step does with what it is given. */
  @FunctionalInterface
  interface Answer {
    Object to(Object given) throws Exception;
  }

  private final List<String> called = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  void when(String step, Answer answer) {
    answers.put(step, answer);
  }

  void fail(String step, Exception failure) {
    when(
        step,
        given -> {
          throw failure;
        });
  }

  /** The steps that ran, in their order, each with what it was given. */
  List<String> called() {
    return List.copyOf(called);
  }

  public Object permit(Object given) throws Exception {
    return step("permit", given);
  }

  public Object validate(Object given) throws Exception {
    return step("validate", given);
  }

  public Object permitItems(Object given) throws Exception {
    return step("permitItems", given);
  }

  public Object check(Object given) throws Exception {
    return step("check", given);
  }

  public Object transform(Object given) throws Exception {
    return step("transform", given);
  }

  public CompletionStage<?> accept(Object given) throws Exception {
    return later("accept", given);
  }

  public void guard(Exchange exchange) throws Exception {
    exchange.getIn().setBody(step("guard", exchange.getProperty("agency")));
  }

  public Object identify(Object given) throws Exception {
    return step("identify", given);
  }

  public Object understand(Object given) throws Exception {
    return step("understand", given);
  }

  public Object derive(Object given) throws Exception {
    return step("derive", given);
  }

  public CompletionStage<?> end(Object given) throws Exception {
    return later("end", given);
  }

  public CompletionStage<?> hold(ReplyHeld held) throws Exception {
    return later("hold", held.reason());
  }

  public CompletionStage<?> keep(IncomingReceipt receipt) throws Exception {
    return later("keep", receipt.receipt());
  }

  public CompletionStage<?> takenUp(AwaitedReply awaited) throws Exception {
    return later("takenUp", awaited.held());
  }

  public boolean mayStillBeSent(SendWork work) throws Exception {
    return !Boolean.FALSE.equals(step("mayStillBeSent", work.number()));
  }

  public CompletionStage<?> sent(SendWork work) throws Exception {
    return later("sent", work.number());
  }

  public CompletionStage<?> postpone(SendWork work, Throwable cause) throws Exception {
    return later("postpone", work.number() + " " + cause.getMessage());
  }

  private CompletionStage<?> later(String step, Object given) throws Exception {
    return step(step, given) instanceof CompletionStage<?> stage
        ? stage
        : CompletableFuture.completedFuture(step + "ed");
  }

  private Object step(String step, Object given) throws Exception {
    called.add(step + " " + given);
    return answers.getOrDefault(step, same -> step + "ed").to(given);
  }
}

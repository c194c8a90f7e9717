package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CompletableFuture;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.inquiry.CallerMessage;
import jp.renkei.inquiry.owner.FetchQuestions;
import jp.renkei.inquiry.owner.FindQuestion;
import jp.renkei.inquiry.owner.OwnerEntrance;
import jp.renkei.ledger.Inquiry;
import jp.renkei.message.MessageKinds;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Caller;
import jp.renkei.protection.Share;

/**
 * The door for what owners answer by queue: the question is named by an inquiry's number, the body
 * and all that comes of it are those of {@code POST /api/v1/questions/{id}/answer}.
 */
public final class AnswersDoor {

  private static final String NUMBER = "JMSCorrelationID";

  private final TakeMessage messages;
  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final FetchQuestions questions;
  private final FindQuestion find;
  private final OwnerEntrance answers;

  AnswersDoor(
      TakeMessage messages,
      Catalogue catalogue,
      MessageKinds kinds,
      FetchQuestions questions,
      FindQuestion find,
      OwnerEntrance answers) {
    this.messages = messages;
    this.catalogue = catalogue;
    this.kinds = kinds;
    this.questions = questions;
    this.find = find;
    this.answers = answers;
  }

  /**
   * Takes a message; completes when the answer is in the ledger and what its sender is told is
   * durable.
   *
   * @throws jp.renkei.inquiry.DeadLetter where nobody can be told, or the hub itself fails at it
   *     every time
   */
  public CompletableFuture<Void> take(CallerMessage incoming) {
    return messages.take(incoming, this::answered);
  }

  private CompletableFuture<TakeMessage.Answer> answered(Caller owner, CallerMessage incoming) {
    if (!questions.isOwner(owner.id())) {
      throw new ProblemException(Problem.NOT_PERMITTED);
    }
    if (incoming.correlation() == null) {
      throw new ProblemException(
          Problem.BAD_PARAMETER, NUMBER, "required: the number of the inquiry");
    }
    Inquiry question = find.forOwnerByNumber(owner.id(), incoming.correlation());
    refuseOthers(catalogue.flow(question.flow()).orElseThrow(), incoming);
    ObjectNode body = messages.body(owner, incoming, Share.MOST_BYTES);
    answers.arrive(QuestionForm.answer(question, owner.id(), body));
    return CompletableFuture.completedFuture(
        new TakeMessage.Answer("answered/1.0", question.id(), QuestionForm.answered(question)));
  }

  private void refuseOthers(Flow flow, CallerMessage incoming) {
    if (flow.individualNumber()) {
      throw new ProblemException(Problem.NOT_BY_QUEUE, NUMBER, "may carry an individual number");
    }
    String type = kinds.byId(flow.kind()).orElseThrow().type();
    if (incoming.type() != null && !incoming.type().equals(type)) {
      throw new ProblemException(
          Problem.BAD_PARAMETER, "JMSType", "not " + type + ", and not left out");
    }
  }
}

package jp.renkei.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.inquiry.owner.OwnerAnswer;
import jp.renkei.inquiry.owner.OwnersQuestion;
import jp.renkei.ledger.Inquiry;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** How questions and owners' answers are written, the same over HTTP and by queue. */
final class QuestionForm {

  static final String OPEN = "OPEN";

  private static final String REPLY = "reply";

  private QuestionForm() {}

  /** An open question as its owner gets it. */
  static ObjectNode open(OwnersQuestion question) {
    ObjectNode view = form(question.id(), question.flow(), OPEN);
    view.put("asked", InquiryViews.time(question.asked()));
    view.put("deadline", InquiryViews.time(question.deadline()));
    view.set("payload", question.payload());
    return view;
  }

  /**
   * Reads an owner's answer to a question.
   *
   * @throws ProblemException where it has other fields, or none that could be a reply
   */
  static OwnerAnswer answer(Inquiry question, String owner, ObjectNode body) {
    ReadAct.refuseUnknown(body, "", REPLY);
    if (!body.path(REPLY).isObject()) {
      throw new ProblemException(Problem.INVALID_FIELD, "/" + REPLY, "required: an object");
    }
    return new OwnerAnswer(question.flow(), question.id(), owner, body.get(REPLY));
  }

  /** What an owner is told whose answer is taken. */
  static ObjectNode answered(Inquiry question) {
    return form(question.id(), question.flow(), "ANSWERED");
  }

  private static ObjectNode form(String id, String flow, String state) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("id", id);
    view.put("flow", flow);
    view.put("state", state);
    return view;
  }
}

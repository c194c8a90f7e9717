package jp.renkei.inquiry.byhand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import jp.renkei.flow.Flow;
import jp.renkei.inquiry.KeepPermitted;
import jp.renkei.inquiry.PermittedAnswer;
import jp.renkei.ledger.Inquiry;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.MessageKind;
import jp.renkei.message.Question;
import jp.renkei.message.Reply;
import jp.renkei.message.ReplyClass;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Validates what was keyed in as an agency's reply is: by its schema, whether it contradicts
 * itself, whether it is about the person and the period that were asked about, and whether it holds
 * an individual number where none may be. What the caller gets is derived in the same way, too.
 */
final class UnderstandKeyed {

  private static final String REPLY = "/reply";
  static final String NON_DISCLOSABLE = "nonDisclosable";

  private final IndividualNumberGuards guards;
  private final KeepPermitted permitted;
  private final String environment;

  UnderstandKeyed(IndividualNumberGuards guards, KeepPermitted permitted, String environment) {
    this.guards = guards;
    this.permitted = permitted;
    this.environment = environment;
  }

  /**
   * What was told, and the answer that the caller would get.
   *
   * @param kept whether what was told before is kept from the person's own view (不開示), which then
   *     holds for this, too
   * @param keyedOn the day on which it was keyed in
   * @throws ProblemException {@code INVALID_REPLY}, {@code INDIVIDUAL_NUMBER}
   */
  Understood understand(
      Inquiry inquiry,
      Flow flow,
      MessageKind kind,
      Question question,
      JsonNode reply,
      boolean kept,
      LocalDate keyedOn) {
    refuseNumbers(guards.inKeyed(kind, reply, flow.individualNumber()));
    Reply told =
        kind.keyed(
            new MessageHeader(inquiry.number(), inquiry.flow(), environment, inquiry.accepted()),
            question,
            reply,
            keyedOn);
    switch (kind.match(question, told)) {
      case OTHER_PERSON -> throw invalid("about another person than was asked about");
      case OTHER_PERIOD -> throw invalid("about another day or period than was asked about");
      case SAME -> {
        // it answers what was asked
      }
    }
    ObjectNode answer = kind.answer(question, told);
    if (kept) {
      answer.put(NON_DISCLOSABLE, true);
    }
    refuseNumbers(guards.inAnswer(kind, answer, flow.individualNumber()));
    return new Understood(told.replyClass(), permitted.keep(inquiry, answer));
  }

  /**
   * What was understood.
   *
   * @param told how the agency would have classed it
   */
  record Understood(ReplyClass told, PermittedAnswer answer) {}

  private static void refuseNumbers(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INDIVIDUAL_NUMBER, faults);
    }
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(Problem.INVALID_REPLY, REPLY, why);
  }
}

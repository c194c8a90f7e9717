package jp.renkei.inquiry;

import java.util.List;
import jp.renkei.flow.CharacterSet;
import jp.renkei.flow.Characters.Outside;
import jp.renkei.flow.Flow;
import jp.renkei.message.IndividualNumberGuards;
import jp.renkei.message.MessageKind;
import jp.renkei.message.Question;
import jp.renkei.message.characters.FittedPayload;
import jp.renkei.message.characters.Substitution;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * Puts a question into the characters that its agency takes, or refuses it, as the flow says. What
 * its caller wrote is kept beside it: replies are compared with that.
 */
final class FitToAgency {

  private final IndividualNumberGuards guards;

  FitToAgency(IndividualNumberGuards guards) {
    this.guards = guards;
  }

  /**
   * The question as it leaves.
   *
   * @param question as its caller wrote it, asked of the provider that was found
   * @throws ProblemException {@code CHARACTERS_NOT_TAKEN}, where the flow refuses, or where what
   *     would leave no longer fits the kind
   */
  LeavingQuestion fit(Submission submission, MessageKind kind, Question question) {
    Flow flow = submission.flow();
    FittedPayload fitted = FittedPayload.of(submission.payload(), flow.characters().set());
    if (fitted.payload() == submission.payload()) {
      return new LeavingQuestion(question, List.of());
    }
    if (!fitted.substitutions().isEmpty() && flow.characters().outside() == Outside.REFUSE) {
      throw notTaken(flow, fitted);
    }
    Question read = read(flow, kind, fitted);
    return new LeavingQuestion(
        read.whom().isPresent() ? read.askedOf(question.provider()) : read, fitted.substitutions());
  }

  /** What fell out may have brought digits together. */
  private Question read(Flow flow, MessageKind kind, FittedPayload fitted) {
    List<Fault> numbers = guards.inPayload(kind, fitted.payload(), flow.individualNumber());
    if (!numbers.isEmpty()) {
      throw new ProblemException(Problem.INDIVIDUAL_NUMBER, numbers);
    }
    try {
      return kind.question(fitted.payload());
    } catch (ProblemException noLongerFits) {
      throw fitted.substitutions().isEmpty() ? noLongerFits : notTaken(flow, fitted);
    }
  }

  private static ProblemException notTaken(Flow flow, FittedPayload fitted) {
    CharacterSet set = flow.characters().set();
    return new ProblemException(
        Problem.CHARACTERS_NOT_TAKEN,
        fitted.substitutions().stream().map(lost -> fault(lost, set)).toList());
  }

  private static Fault fault(Substitution lost, CharacterSet set) {
    return new Fault(lost.pointer(), lost.from() + " is not in " + set.title());
  }
}

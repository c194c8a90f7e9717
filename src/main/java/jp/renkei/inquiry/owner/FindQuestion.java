package jp.renkei.inquiry.owner;

import java.util.Optional;
import jp.renkei.flow.Catalogue;
import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.ledger.Questions;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/** Finds a question for its owner. One that is not there and another owner's look the same. */
public final class FindQuestion {

  private final Catalogue catalogue;
  private final LedgerReader reader;
  private final Questions questions;

  FindQuestion(Catalogue catalogue, LedgerReader reader, Questions questions) {
    this.catalogue = catalogue;
    this.reader = reader;
    this.questions = questions;
  }

  /**
   * The question, by its id or by that of any inquiry that asks it.
   *
   * @return an inquiry that asks it, whose id is the question's
   * @throws ProblemException {@code NOT_FOUND}, or {@code PURGED}
   */
  public Inquiry forOwner(String owner, String id) {
    Inquiry inquiry =
        reader
            .inquiry(id)
            .filter(one -> owner.equals(ownerOf(one)))
            // a flow may have left the catalogue, and how it is answered with it
            .filter(one -> catalogue.flow(one.flow()).isPresent())
            .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    Optional<String> question = questions.askedBy(id);
    if (question.isEmpty()) {
      // not offered yet, or not kept any more
      throw new ProblemException(inquiry.outcome() == null ? Problem.NOT_FOUND : Problem.PURGED);
    }
    return question.get().equals(id) ? inquiry : reader.inquiry(question.get()).orElseThrow();
  }

  /**
   * The question, by the number of any inquiry that asks it.
   *
   * @return as {@link #forOwner}
   * @throws ProblemException {@code NOT_FOUND}, or {@code PURGED}
   */
  public Inquiry forOwnerByNumber(String owner, String number) {
    return forOwner(
        owner,
        reader
            .inquiryByNumber(number)
            .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND))
            .id());
  }

  private String ownerOf(Inquiry inquiry) {
    return catalogue.agency(inquiry.agency()).map(agency -> agency.owner()).orElse(null);
  }
}

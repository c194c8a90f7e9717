package jp.renkei.inquiry.owner;

import jp.renkei.ledger.AnswerQuestion;

/** Where a door hands in what an owner answers. */
@FunctionalInterface
public interface OwnerEntrance {

  /**
   * Hands an answer in; returns after the commit.
   *
   * @throws jp.renkei.problem.ProblemException where it is refused
   * @throws jp.renkei.ledger.LedgerUnavailable where the ledger does not take it
   */
  AnswerQuestion.Standing arrive(OwnerAnswer answer);
}

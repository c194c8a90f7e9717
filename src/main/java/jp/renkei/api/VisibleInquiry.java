package jp.renkei.api;

import jp.renkei.ledger.Inquiry;
import jp.renkei.ledger.LedgerReader;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.Role;

/** Finds an inquiry for somebody. One that is not there and another caller's look the same. */
final class VisibleInquiry {

  private final LedgerReader reader;

  VisibleInquiry(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * The inquiry.
   *
   * @throws ProblemException {@code NOT_FOUND}
   */
  Inquiry toWhom(Identity identity, String id) {
    Inquiry inquiry = reader.inquiry(id).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    if (identity.role() == Role.CALLER && !inquiry.caller().equals(identity.callerOrRefuse())) {
      throw new ProblemException(Problem.NOT_FOUND);
    }
    return inquiry;
  }
}

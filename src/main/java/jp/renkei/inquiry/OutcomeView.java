package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.ledger.Inquiry;

/** How an inquiry that ended looks to its caller, the same by queue as over HTTP. */
@FunctionalInterface
public interface OutcomeView {

  /**
   * The view.
   *
   * @param ended the inquiry with its outcome
   * @param answer what its caller gets, or null where nobody answered or it must not travel
   */
  ObjectNode of(Inquiry ended, ObjectNode answer);
}

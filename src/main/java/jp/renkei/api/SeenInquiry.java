package jp.renkei.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import jp.renkei.inquiry.EndedInquiry;
import jp.renkei.ledger.Inquiry;

/**
 * An inquiry as a door sees it.
 *
 * @param answer the answer where it is at hand; else it lies in the ledger, if there is one
 */
record SeenInquiry(Inquiry inquiry, Optional<ObjectNode> answer) {

  static SeenInquiry inTheLedger(Inquiry inquiry) {
    return new SeenInquiry(inquiry, Optional.empty());
  }

  static SeenInquiry justEnded(EndedInquiry end) {
    return new SeenInquiry(end.inquiry(), Optional.ofNullable(end.answer()));
  }
}

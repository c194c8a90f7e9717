package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.ledger.Inquiry;

/**
 * An inquiry that this node has just ended.
 *
 * @param answer what the caller gets, or null where nobody answered
 */
public record EndedInquiry(Inquiry inquiry, ObjectNode answer) {}

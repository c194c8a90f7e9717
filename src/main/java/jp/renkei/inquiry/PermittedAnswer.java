package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.ledger.GivenItems;

/**
 * An answer as its caller may have it.
 *
 * @param answer what the caller gets
 * @param items the names of the items that it gets, and of those that were taken out
 */
public record PermittedAnswer(ObjectNode answer, GivenItems items) {}

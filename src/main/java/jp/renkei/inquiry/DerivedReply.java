package jp.renkei.inquiry;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A reply with what follows from it.
 *
 * @param answer what the caller gets
 */
public record DerivedReply(UnderstoodReply understood, ObjectNode answer) {}

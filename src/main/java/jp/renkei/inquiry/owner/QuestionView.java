package jp.renkei.inquiry.owner;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a question is written for its owner, the same by queue as over HTTP. */
@FunctionalInterface
public interface QuestionView {

  /** The question as JSON. */
  ObjectNode of(OwnersQuestion question);
}

package jp.renkei.mock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.message.ReplyClass;

/**
 * What an agency tells: the same form for what the residents say and for what a script says.
 *
 * @param outcome how the agency classes it
 * @param reply the fields of the message kind, named as the caller's JSON names them
 */
public record Answer(ReplyClass outcome, ObjectNode reply) {

  /** An answer that tells nothing but its class. */
  public static Answer without(ReplyClass outcome) {
    return new Answer(outcome, JsonNodeFactory.instance.objectNode());
  }

  /** An answer that no reader can take for this one. */
  Answer different() {
    return without(outcome == ReplyClass.NO_DATA ? ReplyClass.REJECTED : ReplyClass.NO_DATA);
  }
}

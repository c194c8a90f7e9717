package jp.renkei.mock;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.message.ReplyClass;

/**
 * What an agency is told to reply about one person.
 *
 * @param subject the resident number
 * @param outcome how the reply is classed; left out, what the residents say
 * @param reply the fields of the message kind; left out, none
 * @param as what is odd about it, or null
 * @param receipts whether it comes with a receipt number; left out, what the agency does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Script(
    String subject, ReplyClass outcome, ObjectNode reply, Oddity as, Receipts receipts) {

  /** One that leaves receipts to the agency. */
  public Script(String subject, ReplyClass outcome, ObjectNode reply, Oddity as) {
    this(subject, outcome, reply, as, null);
  }
}

package jp.renkei.mock.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import jp.renkei.mock.Behaviour.NotUnderstood;

/**
 * One kind as its agency sees it: by the published schemas alone. An agency does not share the
 * hub's classes, so that a mistake in those shows. Safe for many threads.
 */
interface AgencySchema {

  String kind();

  /**
   * Whether an inquiry is of this kind, as far as one can tell before it is validated.
   *
   * @throws NotUnderstood where it is not readable at all
   */
  boolean isOfKind(byte[] content) throws NotUnderstood;

  /**
   * Reads an inquiry into the fields that it has.
   *
   * @throws NotUnderstood for what the schema refuses, naming the place and never a value
   */
  ObjectNode inquiry(byte[] content) throws NotUnderstood;

  /** The fields of a reply, the header's among them. */
  Set<String> replyFields();

  /** Writes a reply's fields. */
  byte[] reply(ObjectNode fields, String layout);
}

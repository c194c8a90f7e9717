package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/**
 * One typed question and answer, and its forms: JSON towards the caller, XML or JSON towards the
 * agency. Stateless and safe for many threads. Flows share kinds.
 */
public interface MessageKind {

  /** The id that flows name, e.g. {@code employment-insurance}. */
  String id();

  /** The layout version of the messages this hub writes, e.g. {@code 1.0}. */
  String layout();

  /**
   * What a message of this kind is by queue: the kind and its layout version, as JMSType says it.
   */
  default String type() {
    return id() + "/" + layout();
  }

  /** What the agency's messages are, {@code application/xml} or {@code application/json}. */
  String mediaType();

  /** The JSON Schema (2020-12) of the caller's payload, for {@code GET /api/v1/flows/{id}}. */
  JsonNode payloadSchema();

  /**
   * Reads a caller's payload.
   *
   * @param payload the value of {@code payload} in the caller's body
   * @throws jp.renkei.problem.ProblemException {@code INVALID_PAYLOAD} with a fault for every place
   *     that is wrong, pointers beginning with {@code /payload}, and no value in any reason
   */
  Question question(JsonNode payload);

  /**
   * Writes the agency's message: UTF-8, valid by the kind's schema, the same bytes for the same
   * arguments.
   */
  byte[] message(MessageHeader header, Question question);

  /**
   * Reads an agency's reply: refuses DTDs and entities, names that stand twice, wrong charsets,
   * unknown layout versions and whatever the schema refuses.
   *
   * @throws ReplyRefused with its reason; the reply is then held and never delivered
   */
  Reply reply(byte[] document) throws ReplyRefused;

  /**
   * The JSON Schema (2020-12) of a reply as people key it in, for {@code GET /api/v1/flows/{id}}.
   */
  JsonNode keyedSchema();

  /**
   * Reads a reply as it was keyed in by hand: from paper, or as it was told outside the system.
   *
   * @param header the inquiry's, which the reply answers
   * @param question what was asked
   * @param today the day, in Japan
   * @throws jp.renkei.problem.ProblemException {@code INVALID_REPLY} with every place that is
   *     wrong, pointers beginning with {@code /reply}, and no value in any reason
   */
  Reply keyed(MessageHeader header, Question question, JsonNode reply, LocalDate today);

  /**
   * Compares what was asked with what is told.
   *
   * @return whether the reply is for the person and the period that the question names
   */
  Match match(Question question, Reply reply);

  /**
   * The answer as the caller gets it: the reply's fields and the facts derived from them, each
   * naming its rule's source.
   */
  ObjectNode answer(Question question, Reply reply);

  /** Whether a reply belongs to its question. */
  enum Match {
    SAME,
    OTHER_PERSON,
    OTHER_PERIOD
  }
}

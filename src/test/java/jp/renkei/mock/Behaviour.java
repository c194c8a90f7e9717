package jp.renkei.mock;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an agency knows about one message kind: how to read a question, what its residents say, how
 * to write a reply. Safe for many threads.
 */
public interface Behaviour {

  /** The message kind's id, e.g. {@code employment-insurance}. */
  String kind();

  /** The layout version of the replies. */
  String layout();

  /** What an answer says in JMSType. */
  default String messageType(Asked asked) {
    return kind() + "/" + layout();
  }

  /**
   * Reads and validates a question.
   *
   * @throws NotUnderstood when the content is none; the text holds no value
   */
  Asked read(byte[] content) throws NotUnderstood;

  /** What the seeded residents say: the same for the same question. */
  Answer residentsSay(Asked asked);

  /**
   * Checks a script's reply.
   *
   * @throws jp.renkei.problem.ProblemException {@code INVALID_FIELD}, pointers beginning with the
   *     given one
   */
  void check(String pointer, JsonNode reply);

  /** Writes a reply in the given layout version, valid by the schema if that is the known one. */
  byte[] write(Asked asked, Answer answer, String layout);

  /** Content that is no question of this kind. */
  final class NotUnderstood extends Exception {

    private static final long serialVersionUID = 1L;

    public NotUnderstood(String message) {
      super(message);
    }
  }
}

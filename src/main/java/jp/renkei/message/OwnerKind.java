package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.util.List;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * A message kind that a caller of the hub answers (資料の持ち主の回答): its message is what the owner is
 * shown, and its replies come through the door.
 */
public interface OwnerKind extends MessageKind {

  /** What tells by hand whose answer it is; at the owner's door the question does. */
  List<String> WHOSE = List.of("residentNumber", "year");

  /** The JSON Schema (2020-12) of the owner's answer, for {@code GET /api/v1/flows/{id}}. */
  JsonNode answerSchema();

  /**
   * Reads an owner's answer.
   *
   * @param header an inquiry's that the answer is for
   * @param question what was asked
   * @param today the day, in Japan
   * @throws jp.renkei.problem.ProblemException {@code INVALID_ANSWER} with every place that is
   *     wrong, pointers beginning with {@code /reply}, and no value in any reason
   */
  Reply told(MessageHeader header, Question question, JsonNode reply, LocalDate today);

  /** The owner's form, with the person and the year. */
  @Override
  default JsonNode keyedSchema() {
    JsonNode schema = answerSchema();
    WHOSE.forEach(((ArrayNode) schema.get("required"))::add);
    return schema;
  }

  @Override
  default Reply keyed(MessageHeader header, Question question, JsonNode reply, LocalDate today) {
    List<Fault> missing =
        WHOSE.stream()
            .filter(name -> !reply.has(name))
            .map(name -> new Fault("/reply/" + name, "required"))
            .toList();
    if (!missing.isEmpty()) {
      throw new ProblemException(Problem.INVALID_REPLY, missing);
    }
    try {
      return told(header, question, reply, today);
    } catch (ProblemException refused) {
      throw new ProblemException(Problem.INVALID_REPLY, refused.faults());
    }
  }

  /** Nothing comes from an agency. */
  @Override
  default Reply reply(byte[] document) throws ReplyRefused {
    throw new ReplyRefused(
        ReplyRefused.Reason.NOT_READABLE, "answers of this kind come through the owner's door");
  }

  /** The door has compared them: an answer for another person or year is not taken. */
  @Override
  default Match match(Question question, Reply reply) {
    return Match.SAME;
  }
}

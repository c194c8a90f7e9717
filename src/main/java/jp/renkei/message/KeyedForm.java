package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.renkei.problem.Fault;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * A reply of one message kind as people key it in by hand: what its agency told, by the names of
 * the agency's own message and without the envelope, which the inquiry gives. Safe for many
 * threads.
 */
public final class KeyedForm {

  private static final String ROOT = "/reply";

  private final PayloadSchema schema;

  /**
   * @param kind the kind's id: its schema is {@code <kind>.keyed.schema.json}
   */
  public KeyedForm(String kind) {
    this.schema = new PayloadSchema("/schemas/" + kind + ".keyed.schema.json", ROOT);
  }

  /** The schema, for operators. */
  public JsonNode schema() {
    return schema.document();
  }

  /**
   * Reads what was keyed in: by the schema, then as the agency's message would be read.
   *
   * @param header the inquiry's, which the envelope is made from
   * @param reading reads the reply, envelope and all
   * @throws ProblemException {@code INVALID_REPLY} with every place that its schema refuses, or
   *     with what contradicts itself, and no value in any reason
   */
  public <T extends Reply> T read(MessageHeader header, JsonNode given, Reading<T> reading) {
    JsonNode reply = given == null ? MissingNode.getInstance() : given;
    List<Fault> faults = schema.faults(reply);
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.INVALID_REPLY, faults);
    }
    ObjectNode told = ((ObjectNode) reply).deepCopy();
    told.put("number", header.number());
    told.put("environment", header.environment());
    try {
      return reading.read(told);
    } catch (ReplyRefused contradictory) {
      throw new ProblemException(Problem.INVALID_REPLY, ROOT, contradictory.getMessage());
    }
  }

  /** Reads a reply that is valid by its schema. */
  @FunctionalInterface
  public interface Reading<T extends Reply> {

    /**
     * @throws ReplyRefused where it contradicts itself
     */
    T read(ObjectNode told) throws ReplyRefused;
  }
}

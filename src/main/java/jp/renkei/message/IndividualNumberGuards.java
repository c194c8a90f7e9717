package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.problem.Fault;

/**
 * The guards of every message kind, for flows that may not carry an individual number: of what
 * callers ask and of what is told them. What is keyed in from paper has no free text.
 */
public final class IndividualNumberGuards {

  private final Map<String, IndividualNumberGuard> asked = new HashMap<>();
  private final Map<String, IndividualNumberGuard> told = new HashMap<>();

  public IndividualNumberGuards(MessageKinds kinds) {
    for (MessageKind kind : kinds.all()) {
      asked.put(kind.id(), guard(kind, "request", "/payload"));
      told.put(kind.id(), guard(kind, "reply", "/reply"));
    }
  }

  /**
   * The free texts of a caller's payload that hold a number.
   *
   * @param payload any JSON, or null
   */
  public List<Fault> inPayload(MessageKind kind, JsonNode payload) {
    return payload == null ? List.of() : asked.get(kind.id()).faults(payload);
  }

  /** The free texts of an answer, as its caller would get it, that hold a number. */
  public List<Fault> inAnswer(MessageKind kind, JsonNode answer) {
    return told.get(kind.id()).faults(answer);
  }

  private static IndividualNumberGuard guard(MessageKind kind, String form, String root) {
    return new IndividualNumberGuard("/schemas/" + kind.id() + "." + form + ".schema.json", root);
  }
}

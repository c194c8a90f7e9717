package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.flow.Items;
import jp.renkei.problem.Fault;

/**
 * The guards of every message kind: of what callers ask, of what is told them, and of what people
 * key in by hand. In free text no flow carries an individual number; in a field of its own only
 * flows that may.
 */
public final class IndividualNumberGuards {

  private static final String REPLY = "/reply";

  private final Map<String, IndividualNumberGuard> asked = new HashMap<>();
  private final Map<String, IndividualNumberGuard> told = new HashMap<>();
  private final Map<String, IndividualNumberGuard> keyed = new HashMap<>();
  private final Map<String, Items> items;

  public IndividualNumberGuards(MessageKinds kinds) {
    for (MessageKind kind : kinds.all()) {
      asked.put(kind.id(), guard(kind, "request", "/payload"));
      told.put(kind.id(), guard(kind, "reply", REPLY));
      PayloadSchema form = new PayloadSchema(kind.keyedSchema(), REPLY);
      keyed.put(kind.id(), new IndividualNumberGuard(form, REPLY));
    }
    items = kinds.items();
  }

  /**
   * The places of a caller's payload where a number must not be.
   *
   * @param payload any JSON, or null
   * @param mayCarry whether the flow may carry an individual number
   */
  public List<Fault> inPayload(MessageKind kind, JsonNode payload, boolean mayCarry) {
    return payload == null
        ? List.of()
        : faults(kind, payload, asked.get(kind.id()), "/payload", mayCarry);
  }

  /** The places of an answer, as its caller would get it, where a number must not be. */
  public List<Fault> inAnswer(MessageKind kind, JsonNode answer, boolean mayCarry) {
    return faults(kind, answer, told.get(kind.id()), REPLY, mayCarry);
  }

  /** The places of a reply, as somebody keyed it in, where a number must not be. */
  public List<Fault> inKeyed(MessageKind kind, JsonNode reply, boolean mayCarry) {
    return faults(kind, reply, keyed.get(kind.id()), REPLY, mayCarry);
  }

  private List<Fault> faults(
      MessageKind kind, JsonNode form, IndividualNumberGuard guard, String root, boolean mayCarry) {
    List<Fault> faults = new ArrayList<>(guard.faults(form));
    if (!mayCarry) {
      items.get(kind.id()).individualNumbers().stream()
          .filter(form::has)
          .sorted()
          .map(item -> new Fault(root + "/" + item, "may not be asked or told on this flow"))
          .forEach(faults::add);
    }
    return faults;
  }

  private static IndividualNumberGuard guard(MessageKind kind, String form, String root) {
    return new IndividualNumberGuard(
        new PayloadSchema("/schemas/" + kind.id() + "." + form + ".schema.json", root), root);
  }
}

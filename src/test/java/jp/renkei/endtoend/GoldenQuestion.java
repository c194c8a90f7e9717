package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.renkei.flow.Flow;
import jp.renkei.flow.Pattern;
import jp.renkei.flow.Transport;
import jp.renkei.message.GoldenCase;

/**
 * A golden case that is asked about a resident of its own: what is posted, what whoever is asked
 * answers, and what must come of it.
 *
 * @param flow as the catalogue has it
 * @param caller who asks
 * @param way how it is handed in
 * @param subject the resident number, without leading zeros
 * @param deadline where an agency may swallow it, else null
 * @param odd what is odd about the reply
 */
record GoldenQuestion(
    Flow flow,
    GoldenCase golden,
    String caller,
    Way way,
    String subject,
    String deadline,
    Odd odd) {

  private static final String MISSING = "missingMembers";

  /** How a question is handed in. */
  enum Way {
    SINGLE,
    BATCH,
    QUEUE,
    /** One by one, and answered on paper. */
    PAPER,
    /** At the door for what an owner is asked. */
    QUESTION
  }

  /** What is odd about an agency's reply. */
  enum Odd {
    NOT(null, null),
    OTHER_PERSON("other-person", "REPLY_OTHER_PERSON"),
    UNKNOWN_LAYOUT("unknown-layout", "REPLY_UNKNOWN_LAYOUT"),
    /** It says that the provider's staff must decide, and nothing follows. */
    HELD(null, "HELD_BY_PROVIDER");

    private final String script;
    private final String event;

    Odd(String script, String event) {
      this.script = script;
      this.event = event;
    }

    /** The event that tells of it, or null. */
    String event() {
      return event;
    }
  }

  /**
   * {@code {"flow", "deadline", "payload"}}, with the number written as long as the case has it.
   */
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("flow", flow.id());
    if (deadline != null) {
      body.put("deadline", deadline);
    }
    ObjectNode payload = golden.payload().deepCopy();
    int digits = payload.get("residentNumber").textValue().length();
    payload.put("residentNumber", "0".repeat(Math.max(0, digits - subject.length())) + subject);
    body.set("payload", payload);
    return body;
  }

  /** Whether a mock agency answers it. */
  boolean isAskedOfAnAgency() {
    return flow.pattern() == Pattern.INQUIRY && !isOnPaper();
  }

  boolean isOnPaper() {
    return flow.agency().transport() == Transport.DOCUMENT;
  }

  /** Whether it goes to its agency by file. */
  boolean goesByFile() {
    return way == Way.BATCH && flow.goesByFile(flow.agency().id());
  }

  /** What the mock agency is told to reply. */
  ObjectNode script() {
    if (odd == Odd.HELD) {
      return JsonNodeFactory.instance.objectNode().put("subject", subject).put("outcome", "HELD");
    }
    ObjectNode script = GoldenReply.script(golden, subject);
    return odd.script == null ? script : script.put("as", odd.script);
  }

  /** What the owner tells. */
  ObjectNode told() {
    ObjectNode told = golden.json("told.json").deepCopy();
    if (told.has("residentNumber")) {
      told.put("residentNumber", subject);
    }
    return told;
  }

  /** What stands on the form that comes back. */
  JsonNode keyed() {
    return golden.json("keyed.json");
  }

  /** The outcome of an answer that arrives. */
  String outcome() {
    String result = golden.reply().get("result").textValue();
    if (isOnPaper()) {
      return "MANUAL";
    }
    if (way == Way.QUESTION) {
      return result.equals("NONE") ? "NO_DATA" : "ANSWERED";
    }
    return switch (odd) {
      case NOT -> result;
      case OTHER_PERSON, UNKNOWN_LAYOUT -> "EXPIRED";
      case HELD -> "WITHHELD";
    };
  }

  /** What its caller gets, as far as it may have it; missing where there is no answer. */
  JsonNode reply() {
    if (odd != Odd.NOT) {
      return JsonNodeFactory.instance.missingNode();
    }
    ObjectNode reply = golden.reply().deepCopy();
    JsonNode members = reply.put("residentNumber", subject).path("household").path(MISSING);
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).equals(golden.reply().get("residentNumber"))) {
        ((ArrayNode) members).set(i, subject);
      }
    }
    return reply.retain(flow.permission(caller).orElseThrow().items());
  }
}

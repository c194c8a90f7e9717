package jp.renkei.mock.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jp.renkei.message.ReplyClass;
import jp.renkei.mock.Answer;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Behaviour;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;

/**
 * An agency that answers on several kinds, over the information providing network or inside the
 * city. Scripts and residents name fields as the schemas do.
 */
public final class NetworkAgency implements Behaviour {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /** What an inquiry has and a reply does not repeat. */
  private static final Set<String> OF_THE_INQUIRY =
      Set.of("layout", "number", "environment", "flow", "accepted", "nonDisclosable", "provider");

  private static final String KIND = "kind";

  private final ObjectMapper json = new ObjectMapper();
  private final String kind;
  private final Map<String, AgencySchema> schemas = new LinkedHashMap<>();
  private final Map<String, NetworkResidents> residents = new HashMap<>();

  private NetworkAgency(String kind, JsonNode folder, Function<String, AgencySchema> schema) {
    this.kind = kind;
    folder.forEachEntry(
        (id, its) -> {
          schemas.put(id, schema.apply(id));
          residents.put(id, json.convertValue(its, NetworkResidents.class));
        });
  }

  /**
   * One of the information providing network, in XML.
   *
   * @param folder the agency's residents, by the kinds' ids
   */
  public static NetworkAgency ofNetwork(JsonNode folder) {
    return new NetworkAgency("information-network", folder, NetworkSchema::new);
  }

  /**
   * A system of the own city, in JSON.
   *
   * @param folder the system's residents, by the kinds' ids
   */
  public static NetworkAgency ofCity(JsonNode folder) {
    return new NetworkAgency("city-system", folder, CitySchema::new);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public String layout() {
    return "1.0";
  }

  @Override
  public String messageType(Asked asked) {
    return kind(asked) + "/" + layout();
  }

  @Override
  public Asked read(byte[] content) throws NotUnderstood {
    for (AgencySchema schema : schemas.values()) {
      if (schema.isOfKind(content)) {
        ObjectNode inquiry = schema.inquiry(content);
        return new Asked(
            inquiry.get("number").textValue(),
            null,
            inquiry.get("environment").textValue(),
            Asked.normalised(inquiry.get("residentNumber").textValue()),
            TODAY,
            TODAY,
            inquiry.put(KIND, schema.kind()));
      }
    }
    throw new NotUnderstood("of no kind that is known here");
  }

  @Override
  public Answer residentsSay(Asked asked) {
    return residents.get(kind(asked)).about(asked);
  }

  /** A script does not say of which kind it is: its fields must be those of one. */
  @Override
  public void check(String pointer, JsonNode reply) {
    Set<String> fields = new TreeSet<>();
    reply.fieldNames().forEachRemaining(fields::add);
    if (schemas.values().stream().noneMatch(kind -> kind.replyFields().containsAll(fields))) {
      throw new ProblemException(
          Problem.INVALID_FIELD, pointer, "takes the fields of a reply of " + schemas.keySet());
    }
  }

  @Override
  public byte[] write(Asked asked, Answer answer, String layout) {
    AgencySchema schema = schemas.get(kind(asked));
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    asked
        .question()
        .forEachEntry(
            (name, value) -> {
              if (!OF_THE_INQUIRY.contains(name) && schema.replyFields().contains(name)) {
                reply.set(name, another(asked) ? yearBefore(value) : value);
              }
            });
    reply.put(
        asked.receipt() == null ? "number" : "receiptNumber",
        asked.receipt() == null ? asked.number() : asked.receipt());
    reply.put("environment", asked.environment());
    reply.put("result", answer.outcome().name());
    reply.put("residentNumber", asked.subject());
    reply.setAll(answer.reply());
    return schema.reply(reply, layout);
  }

  /** Whether it is to be told of another period than was asked about. */
  private static boolean another(Asked asked) {
    return !asked.from().equals(TODAY);
  }

  private static JsonNode yearBefore(JsonNode value) {
    if (value.isObject()) {
      ObjectNode shifted = JsonNodeFactory.instance.objectNode();
      value.forEachEntry((name, inner) -> shifted.set(name, yearBefore(inner)));
      return shifted;
    }
    if (value.isInt()) {
      return JsonNodeFactory.instance.numberNode(value.intValue() - 1);
    }
    String text = value.asText();
    return text.matches("[0-9]{4}(-.*)?")
        ? JsonNodeFactory.instance.textNode(
            Integer.parseInt(text.substring(0, 4)) - 1 + text.substring(4))
        : value;
  }

  private static String kind(Asked asked) {
    return asked.question().get(KIND).textValue();
  }

  /** A kind's residents who have a record of their own, for tests. */
  Map<String, NetworkResidents> residents() {
    return Map.copyOf(residents);
  }

  /** Writes a reply without data. */
  byte[] without(Asked asked, ReplyClass outcome) {
    return write(asked, Answer.without(outcome), layout());
  }
}

package jp.renkei.inquiry.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.flow.Catalogue;
import jp.renkei.flow.Flow;
import jp.renkei.message.MessageKind;
import jp.renkei.message.MessageKinds;

/**
 * Makes of a text, and a CSV has nothing else, the value that the flow's schema wants in its place.
 * What cannot be one stays a text, which the schema then refuses.
 */
final class FieldTypes {

  private static final int LONGEST_NUMBER = 30;

  private final Catalogue catalogue;
  private final MessageKinds kinds;
  private final Map<String, JsonNode> schemas = new HashMap<>();

  FieldTypes(Catalogue catalogue, MessageKinds kinds) {
    this.catalogue = catalogue;
    this.kinds = kinds;
  }

  /**
   * The value.
   *
   * @param flow a flow's id, known or not
   * @param path names and places in lists, from the payload on
   */
  JsonNode value(String flow, List<String> path, String text) {
    JsonNode root = catalogue.flow(flow).map(this::schema).orElse(MissingNode.getInstance());
    JsonNode place = root;
    for (String step : path) {
      place = followed(root, place);
      place = place.has("items") ? place.get("items") : place.path("properties").path(step);
    }
    return switch (followed(root, place).path("type").asText()) {
      case "boolean" -> truth(text);
      case "integer", "number" -> number(text);
      default -> TextNode.valueOf(text);
    };
  }

  private JsonNode schema(Flow flow) {
    return schemas.computeIfAbsent(
        flow.id(),
        id ->
            kinds
                .byId(flow.kind())
                .map(MessageKind::payloadSchema)
                .orElse(MissingNode.getInstance()));
  }

  private static JsonNode followed(JsonNode root, JsonNode place) {
    return place.has("$ref") ? root.at(place.get("$ref").asText().substring(1)) : place;
  }

  private static JsonNode truth(String text) {
    return text.equals("true") || text.equals("false")
        ? BooleanNode.valueOf(text.equals("true"))
        : TextNode.valueOf(text);
  }

  private static JsonNode number(String text) {
    return text.length() <= LONGEST_NUMBER && text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?")
        ? DecimalNode.valueOf(new BigDecimal(text))
        : TextNode.valueOf(text);
  }
}

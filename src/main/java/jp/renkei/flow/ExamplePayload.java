package jp.renkei.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * An example payload as JSON. Only true, false, null and JSON's numbers are anything but text, so
 * that a date stays a text and {@code 0012345678} keeps its zeros.
 */
final class ExamplePayload {

  static final Form<ObjectNode> FORM =
      new Form<>("a payload that the demo answers", ExamplePayload::object);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?";

  private ExamplePayload() {}

  private static ObjectNode object(Place place) {
    return Mapping.of(place)
        .map(
            mapping -> {
              ObjectNode object = JSON.objectNode();
              mapping.entries().forEach((key, value) -> object.set(key, value(value)));
              return object;
            })
        .orElse(null);
  }

  private static JsonNode value(Place place) {
    if (place.node() instanceof ScalarNode scalar) {
      return scalar.getScalarStyle() == ScalarStyle.PLAIN
          ? plain(scalar.getValue())
          : JSON.textNode(scalar.getValue());
    }
    if (place.node() instanceof SequenceNode list) {
      ArrayNode array = JSON.arrayNode();
      list.getValue().forEach(node -> array.add(value(place.inner(place.key(), node))));
      return array;
    }
    return object(place);
  }

  private static JsonNode plain(String text) {
    return switch (text) {
      case "true" -> JSON.booleanNode(true);
      case "false" -> JSON.booleanNode(false);
      case "null", "~", "" -> JSON.nullNode();
      default -> text.matches(NUMBER) ? JSON.numberNode(new BigDecimal(text)) : JSON.textNode(text);
    };
  }
}

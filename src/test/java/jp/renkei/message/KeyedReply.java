package jp.renkei.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An agency's reply as an operator would key it in: the same without the envelope. */
public final class KeyedReply {

  private static final List<String> ENVELOPE =
      List.of("layout", "number", "receiptNumber", "environment", "providerStopped");

  private KeyedReply() {}

  /** Of a golden case; its agency writes XML or JSON. */
  public static ObjectNode of(GoldenCase golden, MessageKind kind) throws Exception {
    return golden.has("reply.xml")
        ? ofXml(golden.replyXml(), kind.keyedSchema())
        : ofJson(golden.replyMessage());
  }

  /** Of an agency that writes JSON. */
  public static ObjectNode ofJson(byte[] reply) throws IOException {
    ObjectNode keyed = (ObjectNode) new ObjectMapper().readTree(reply);
    return keyed.remove(ENVELOPE);
  }

  /**
   * Takes the elements by their names, and their types from the form.
   *
   * @param schema the kind's {@link MessageKind#keyedSchema}
   */
  public static ObjectNode ofXml(byte[] reply, JsonNode schema) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(reply)).getDocumentElement();
    ObjectNode keyed = JsonNodeFactory.instance.objectNode();
    put(keyed, root, schema);
    return keyed.remove(ENVELOPE);
  }

  private static void put(ObjectNode into, Element parent, JsonNode schema) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        String name = element.getLocalName();
        JsonNode form = schema.path("properties").path(name);
        if (form.path("type").asText().equals("array")) {
          into.withArray("/" + name).add(value(element, form.get("items")));
        } else {
          into.set(name, value(element, form));
        }
      }
    }
  }

  private static JsonNode value(Element element, JsonNode form) {
    String text = element.getTextContent();
    return switch (form.path("type").asText()) {
      case "object" -> {
        ObjectNode inner = JsonNodeFactory.instance.objectNode();
        put(inner, element, form);
        yield inner;
      }
      case "integer" -> JsonNodeFactory.instance.numberNode(Long.parseLong(text));
      case "boolean" -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
      default -> JsonNodeFactory.instance.textNode(text);
    };
  }
}

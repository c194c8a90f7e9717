package jp.renkei.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import jp.renkei.message.GoldenCase;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What the agency replies in a golden case, as a script of the mock agencies. */
final class GoldenReply {

  private static final Set<String> OF_ITS_HEADER =
      Set.of("layout", "number", "environment", "result", "residentNumber");

  /** What the mock of employment insurance calls by the names of the caller's JSON. */
  private static final Map<String, String> OF_EMPLOYMENT =
      Map.of("leaving", "leavings", "unset", "unsetItems");

  private static final String EMPLOYMENT = "urn:renkei:employment-insurance";

  private GoldenReply() {}

  /** The script by which the agency replies the same of a resident. */
  static ObjectNode script(GoldenCase golden, String subject) {
    ObjectNode reply = golden.has("reply.xml") ? xml(golden.replyXml()) : json(golden);
    ObjectNode script = JsonNodeFactory.instance.objectNode().put("subject", subject);
    script.set("outcome", reply.get("result"));
    script.set("reply", reply.remove(OF_ITS_HEADER));
    return script;
  }

  private static ObjectNode json(GoldenCase golden) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(golden.replyMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode xml(byte[] document) {
    try {
      Element root =
          DocumentBuilderFactory.newDefaultNSInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(document))
              .getDocumentElement();
      ObjectNode reply = (ObjectNode) tree(root);
      if (EMPLOYMENT.equals(root.getNamespaceURI())) {
        OF_EMPLOYMENT.forEach((element, name) -> list(reply, element, name));
      }
      return reply;
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Elements become fields, several of one name a list, and those without elements a text. */
  private static JsonNode tree(Element element) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        String name = inner.getLocalName();
        JsonNode before = fields.get(name);
        if (before == null) {
          fields.set(name, tree(inner));
        } else {
          list(fields, name, name).add(tree(inner));
        }
      }
    }
    return fields.isEmpty() ? JsonNodeFactory.instance.textNode(element.getTextContent()) : fields;
  }

  /** Makes a list, by another name, of what is there. */
  private static ArrayNode list(ObjectNode fields, String name, String listed) {
    JsonNode there = fields.remove(name);
    ArrayNode list =
        there instanceof ArrayNode already ? already : JsonNodeFactory.instance.arrayNode();
    if (there != null && there != list) {
      list.add(there);
    }
    fields.set(listed, list);
    return list;
  }
}

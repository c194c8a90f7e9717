package jp.renkei.message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The plain fields of a message that the hub itself has written. */
public final class XmlFields {

  private XmlFields() {}

  /**
   * The texts of the root's own elements, by their names; what has elements inside is left out.
   *
   * @param message UTF-8, valid by its schema
   */
  public static ObjectNode of(byte[] message) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    try {
      XMLStreamReader reader = ReadableXml.reader(new String(message, StandardCharsets.UTF_8));
      StringBuilder text = new StringBuilder();
      boolean leaf = false;
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          leaf = depth == 2;
          text.setLength(0);
        } else if (event == XMLStreamConstants.CHARACTERS) {
          text.append(reader.getText());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          if (leaf && depth == 2) {
            fields.put(reader.getLocalName(), text.toString());
          }
          leaf = false;
          depth--;
        }
      }
      reader.close();
      return fields;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the hub's own message is not XML", e);
    }
  }
}

package jp.renkei.mock.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import jp.renkei.mock.Behaviour.NotUnderstood;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A kind of the network: fields are named as the elements of its XML schema are. */
final class NetworkSchema implements AgencySchema {

  private static final String XS = XMLConstants.W3C_XML_SCHEMA_NS_URI;

  private final String kind;
  private final Element schema;
  private final ThreadLocal<Validator> validator;
  private final XMLOutputFactory output = XMLOutputFactory.newFactory();

  NetworkSchema(String kind) {
    URL resource = NetworkSchema.class.getResource("/schemas/" + kind + ".xsd");
    this.kind = kind;
    try {
      schema = builder().newDocumentBuilder().parse(resource.openStream()).getDocumentElement();
      Schema compiled = SchemaFactory.newInstance(XS).newSchema(resource);
      validator = ThreadLocal.withInitial(compiled::newValidator);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException("schemas/" + kind + ".xsd is no schema", e);
    }
  }

  @Override
  public String kind() {
    return kind;
  }

  private String namespace() {
    return "urn:renkei:" + kind;
  }

  @Override
  public boolean isOfKind(byte[] content) throws NotUnderstood {
    return namespace().equals(parse(content).getDocumentElement().getNamespaceURI());
  }

  @Override
  public Set<String> replyFields() {
    Set<String> names = new TreeSet<>();
    elements(replyType()).forEach(each -> names.add(name(each)));
    return names;
  }

  Element replyType() {
    return declared("element", root("Reply"));
  }

  Element complexType(String name) {
    return declared("complexType", name);
  }

  /** One of the values that an element's own enumeration has. */
  String anyOf(Element element, Random random) {
    NodeList values = element.getElementsByTagNameNS(XS, "enumeration");
    return ((Element) values.item(random.nextInt(values.getLength()))).getAttribute("value");
  }

  /** Refuses what the schema refuses, naming the line and never a value. */
  void validate(byte[] xml) throws NotUnderstood {
    try {
      validator.get().validate(new StreamSource(new ByteArrayInputStream(xml)));
    } catch (SAXParseException e) {
      throw new NotUnderstood("not valid by the schema at line " + e.getLineNumber());
    } catch (SAXException | IOException e) {
      throw new NotUnderstood("not XML");
    }
  }

  @Override
  public ObjectNode inquiry(byte[] xml) throws NotUnderstood {
    validate(xml);
    Element root = parse(xml).getDocumentElement();
    if (!root.getLocalName().equals(root("Inquiry"))) {
      throw new NotUnderstood("no inquiry");
    }
    return (ObjectNode) tree(root);
  }

  static Document parse(byte[] xml) throws NotUnderstood {
    try {
      return builder().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new NotUnderstood("not readable");
    }
  }

  @Override
  public byte[] reply(ObjectNode fields, String layout) {
    return document("Reply", fields, layout);
  }

  /** Writes an inquiry's fields in the order of the schema. */
  byte[] inquiry(ObjectNode fields, String layout) {
    return document("Inquiry", fields, layout);
  }

  private byte[] document(String what, ObjectNode fields, String layout) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
      XMLStreamWriter xml = output.createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(root(what));
      xml.writeDefaultNamespace(namespace());
      xml.writeAttribute("layout", layout);
      write(xml, declared("element", root(what)), fields);
      xml.writeEndDocument();
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(XMLStreamWriter xml, Element type, JsonNode fields) throws XMLStreamException {
    for (Element element : elements(type)) {
      JsonNode value = fields.path(name(element));
      for (JsonNode each : value.isArray() ? value : List.of(value)) {
        if (!each.isMissingNode() && !each.isNull()) {
          xml.writeStartElement(name(element));
          if (each.isObject()) {
            write(xml, complexType(element.getAttribute("type")), each);
          } else {
            xml.writeCharacters(each.asText());
          }
          xml.writeEndElement();
        }
      }
    }
  }

  private String root(String suffix) {
    String[] words = kind.split("-");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.append(suffix).toString();
  }

  private Element declared(String what, String name) {
    for (Node child = schema.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element found
          && found.getLocalName().equals(what)
          && found.getAttribute("name").equals(name)) {
        return found;
      }
    }
    throw new IllegalStateException("no " + what + " " + name + " in " + kind);
  }

  /** The elements of a type in their order, those of a choice too. */
  static List<Element> elements(Element type) {
    List<Element> found = new ArrayList<>();
    for (Node child = type.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner && XS.equals(inner.getNamespaceURI())) {
        if (inner.getLocalName().equals("element")) {
          found.add(inner);
        } else {
          found.addAll(elements(inner));
        }
      }
    }
    return found;
  }

  private static String name(Element element) {
    return element.getAttribute("name");
  }

  private static JsonNode tree(Element element) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        fields.set(inner.getLocalName(), tree(inner));
      }
    }
    return fields.isEmpty() ? JsonNodeFactory.instance.textNode(element.getTextContent()) : fields;
  }

  private static DocumentBuilderFactory builder() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return Objects.requireNonNull(factory);
  }
}

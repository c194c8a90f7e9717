package jp.renkei.message;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.renkei.message.ReplyRefused.Reason;

/**
 * The XML form of one message kind: reads what an agency sends and writes what it gets, by one
 * schema and the classes generated from it. Safe for many threads.
 */
public final class XmlForm {

  private final String namespace;
  private final SchemaCheck schema;
  private final Pool<Unmarshaller> unmarshallers;
  private final Pool<Marshaller> marshallers;

  /**
   * @param schema the class path name of the XML schema, e.g. {@code
   *     /schemas/employment-insurance.xsd}
   * @param namespace the schema's target namespace
   * @param roots the generated classes of its root elements
   */
  public XmlForm(String schema, String namespace, Class<?>... roots) {
    URL resource = XmlForm.class.getResource(schema);
    this.namespace = namespace;
    this.schema = new SchemaCheck(Objects.requireNonNull(resource, schema));
    JAXBContext context = context(roots);
    this.unmarshallers = new Pool<>(() -> unmarshaller(context));
    this.marshallers = new Pool<>(() -> marshaller(context));
  }

  /**
   * Reads a document from outside: charset, form and limits first, then the layout version, then
   * the schema.
   *
   * @param document UTF-8, at most 1 MiB
   * @param root the local name of the root element that is expected
   * @param layouts the layout versions that are understood
   * @param type the generated class of the root element
   * @throws ReplyRefused for each of these, naming the place, never a value
   */
  public <T> T read(byte[] document, String root, Set<String> layouts, Class<T> type)
      throws ReplyRefused {
    ReadableXml readable = ReadableXml.of(document);
    if (!readable.namespace().equals(namespace) || !readable.root().equals(root)) {
      throw new ReplyRefused(Reason.NOT_VALID, "the root element is not " + root);
    }
    if (readable.layout() != null && !layouts.contains(readable.layout())) {
      throw new ReplyRefused(Reason.UNKNOWN_LAYOUT, "the layout of " + root + " is not known here");
    }
    schema.check(readable.open());
    return type.cast(unmarshallers.lend(unmarshaller -> bind(unmarshaller, readable)));
  }

  /**
   * Writes a document: UTF-8 without a byte order mark, the same bytes for equal content.
   *
   * @param root an object of one of the root elements' classes
   * @throws IllegalStateException if the content does not fit the schema; nothing is to be sent
   */
  public byte[] write(Object root) {
    byte[] document = marshallers.lend(marshaller -> marshal(marshaller, root));
    try {
      schema.check(ReadableXml.reader(new String(document, StandardCharsets.UTF_8)));
      return document;
    } catch (ReplyRefused own) {
      throw new IllegalStateException("the hub's own message is not valid: " + own.getMessage());
    }
  }

  private static Object bind(Unmarshaller unmarshaller, ReadableXml readable) throws ReplyRefused {
    XMLStreamReader reader = readable.open();
    try {
      Object bound = unmarshaller.unmarshal(reader);
      reader.close();
      return bound;
    } catch (JAXBException | XMLStreamException unbound) {
      throw new ReplyRefused(
          Reason.NOT_VALID, "a value cannot be read" + ReadableXml.place(reader.getLocation()));
    }
  }

  private static byte[] marshal(Marshaller marshaller, Object root) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
      marshaller.marshal(root, out);
      return out.toByteArray();
    } catch (JAXBException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }

  private static JAXBContext context(Class<?>... roots) {
    try {
      return JAXBContext.newInstance(roots);
    } catch (JAXBException e) {
      throw new IllegalStateException("the generated classes do not bind", e);
    }
  }

  private static Unmarshaller unmarshaller(JAXBContext context) {
    try {
      Unmarshaller unmarshaller = context.createUnmarshaller();
      // By default a value that an adapter refuses becomes null in silence.
      unmarshaller.setEventHandler(event -> false);
      return unmarshaller;
    } catch (JAXBException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Marshaller marshaller(JAXBContext context) {
    try {
      Marshaller marshaller = context.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_ENCODING, StandardCharsets.UTF_8.name());
      marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
      return marshaller;
    } catch (JAXBException e) {
      throw new IllegalStateException(e);
    }
  }
}

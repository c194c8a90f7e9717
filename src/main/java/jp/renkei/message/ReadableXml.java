package jp.renkei.message;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.StringReader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.renkei.message.ReplyRefused.Reason;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * A document from outside that is known to be readable: at most 1 MiB of UTF-8, well-formed XML 1.0
 * to its end, without a document type, at most 16 elements deep. The only place that makes XML
 * readers for what comes in.
 *
 * @param text the document; one byte order mark may lead it
 * @param namespace the root element's namespace, empty where it has none
 * @param root the root element's local name
 * @param layout the root element's {@code layout} attribute, or null where it has none
 */
record ReadableXml(String text, String namespace, String root, String layout) {

  private static final XMLInputFactory READERS = hardened();

  /**
   * @throws ReplyRefused {@code NOT_READABLE}
   */
  static ReadableXml of(byte[] document) throws ReplyRefused {
    String text = ReadableText.of(document);
    try {
      return scan(text);
    } catch (XMLStreamException malformed) {
      throw notReadable("not well-formed or past a limit" + place(malformed.getLocation()));
    }
  }

  /** A reader at the beginning of the document. */
  XMLStreamReader open() {
    return reader(text);
  }

  /** A reader at the beginning of a document that is known to begin as one. */
  static XMLStreamReader reader(String text) {
    try {
      return READERS.createXMLStreamReader(new StringReader(text));
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document that was readable is no longer", e);
    }
  }

  private static ReadableXml scan(String text) throws XMLStreamException, ReplyRefused {
    XMLStreamReader reader = READERS.createXMLStreamReader(new StringReader(text));
    refuseOtherDeclarations(reader);
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      // Switched off, Woodstox would skip a document type in silence.
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw notReadable("has a document type" + place(reader.getLocation()));
      }
    }
    String namespace = reader.getNamespaceURI();
    ReadableXml seen =
        new ReadableXml(
            text,
            namespace == null ? "" : namespace,
            reader.getLocalName(),
            reader.getAttributeValue("", "layout"));
    while (reader.hasNext()) {
      reader.next();
    }
    reader.close();
    return seen;
  }

  private static void refuseOtherDeclarations(XMLStreamReader reader) throws ReplyRefused {
    String encoding = reader.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
      throw notReadable("declares an encoding other than UTF-8");
    }
    String version = reader.getVersion();
    if (version != null && !version.equals("1.0")) {
      throw notReadable("declares a version other than 1.0");
    }
  }

  static String place(Location at) {
    return at == null ? "" : " at line " + at.getLineNumber() + ", column " + at.getColumnNumber();
  }

  private static ReplyRefused notReadable(String detail) {
    return new ReplyRefused(Reason.NOT_READABLE, detail);
  }

  private static XMLInputFactory hardened() {
    // Woodstox, found as a service; any other would refuse the limits below and so the start.
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    factory.setProperty(
        XMLInputFactory.RESOLVER,
        (XMLResolver)
            (publicId, systemId, base, namespace) -> {
              throw new XMLStreamException("nothing outside the document is read");
            });
    // Lazily, a fault would come out of a getter as an unchecked exception, and later.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 16);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 16);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 4096);
    factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
    factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) ReadableText.MAX_BYTES);
    return factory;
  }
}

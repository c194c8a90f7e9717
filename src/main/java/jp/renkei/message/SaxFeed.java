package jp.renkei.message;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Feeds a document event by event to a handler. The reader stands at the very element that the
 * handler judges, so that a fault can name it; the JDK's own bridge runs one event ahead.
 */
final class SaxFeed {

  private final XMLStreamReader reader;
  private final ContentHandler handler;

  SaxFeed(XMLStreamReader reader, ContentHandler handler) {
    this.reader = reader;
    this.handler = handler;
  }

  /** Feeds the whole document; comments and processing instructions are left out. */
  void run() throws XMLStreamException, SAXException {
    handler.startDocument();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            handler.characters(
                reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        default -> {}
      }
    }
    handler.endDocument();
    reader.close();
  }

  private void start() throws SAXException {
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      handler.startPrefixMapping(
          orEmpty(reader.getNamespacePrefix(i)), orEmpty(reader.getNamespaceURI(i)));
    }
    AttributesImpl attributes = new AttributesImpl();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.addAttribute(
          orEmpty(reader.getAttributeNamespace(i)),
          reader.getAttributeLocalName(i),
          qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
          "CDATA",
          reader.getAttributeValue(i));
    }
    handler.startElement(
        orEmpty(reader.getNamespaceURI()),
        reader.getLocalName(),
        qualified(reader.getPrefix(), reader.getLocalName()),
        attributes);
  }

  private void end() throws SAXException {
    handler.endElement(
        orEmpty(reader.getNamespaceURI()),
        reader.getLocalName(),
        qualified(reader.getPrefix(), reader.getLocalName()));
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      handler.endPrefixMapping(orEmpty(reader.getNamespacePrefix(i)));
    }
  }

  private static String qualified(String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}

package jp.renkei.mock.employment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import jp.renkei.mock.Asked;
import jp.renkei.mock.Behaviour.NotUnderstood;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Validates messages and reads inquiries by hand: an agency does not share the hub's classes, so
 * that a mistake in those shows. Safe for many threads.
 */
final class EmploymentReader {

  private final XMLInputFactory input = XMLInputFactory.newFactory();
  private final ThreadLocal<Validator> validator;

  EmploymentReader() {
    input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    Schema schema = schema();
    validator = ThreadLocal.withInitial(schema::newValidator);
  }

  private static Schema schema() {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(
          EmploymentReader.class.getResource("/schemas/employment-insurance.xsd"));
    } catch (SAXException e) {
      throw new IllegalStateException("schemas/employment-insurance.xsd is no schema", e);
    }
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

  Asked read(byte[] xml) throws NotUnderstood {
    validate(xml);
    Map<String, String> texts = new HashMap<>();
    try {
      XMLStreamReader reader = input.createXMLStreamReader(new ByteArrayInputStream(xml));
      String element = "";
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          element = reader.getLocalName();
          texts.putIfAbsent("root", element);
        } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
          texts.merge(element, reader.getText(), String::concat);
        }
      }
    } catch (XMLStreamException e) {
      throw new NotUnderstood("not readable at line " + e.getLocation().getLineNumber());
    }
    if (!"employmentInsuranceInquiry".equals(texts.get("root"))) {
      throw new NotUnderstood("no inquiry");
    }
    return new Asked(
        texts.get("number"),
        texts.get("environment"),
        Asked.normalised(texts.get("residentNumber")),
        LocalDate.parse(texts.get("from")),
        LocalDate.parse(texts.get("to")));
  }
}

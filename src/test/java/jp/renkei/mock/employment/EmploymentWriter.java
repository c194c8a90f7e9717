package jp.renkei.mock.employment;

import java.io.ByteArrayOutputStream;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.renkei.message.ReplyClass;
import jp.renkei.mock.Asked;

/** Writes replies by hand, in the order of the schema. Safe for many threads. */
final class EmploymentWriter {

  private static final String NAMESPACE = "urn:renkei:employment-insurance";

  private final XMLOutputFactory output = XMLOutputFactory.newFactory();

  byte[] write(Asked asked, ReplyClass result, EmploymentRecord record, String layout) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
      XMLStreamWriter xml = output.createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("employmentInsuranceReply");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("layout", layout);
      if (asked.receipt() == null) {
        write(xml, "number", asked.number());
      } else {
        write(xml, "receiptNumber", asked.receipt());
      }
      write(xml, "environment", asked.environment());
      write(xml, "result", result);
      write(
          xml,
          "residentNumber",
          Objects.requireNonNullElse(record.residentNumber(), asked.subject()));
      xml.writeStartElement("period");
      EmploymentRecord.Period other = record.period();
      write(xml, "from", other == null ? asked.from() : other.from());
      write(xml, "to", other == null ? asked.to() : other.to());
      xml.writeEndElement();
      write(xml, "nonDisclosable", record.nonDisclosable());
      write(xml, "providerStopped", record.providerStopped());
      for (EmploymentRecord.Leaving leaving : record.leavings()) {
        xml.writeStartElement("leaving");
        write(xml, "leavingDate", leaving.leavingDate());
        write(xml, "reasonCode", leaving.reasonCode());
        write(xml, "qualification", leaving.qualification());
        write(xml, "decisionDate", leaving.decisionDate());
        xml.writeEndElement();
      }
      for (EmploymentRecord.Unset unset : record.unsetItems()) {
        xml.writeStartElement("unset");
        write(xml, "item", unset.item());
        write(xml, "reason", unset.reason());
        xml.writeEndElement();
      }
      xml.writeEndDocument();
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(XMLStreamWriter xml, String element, Object value)
      throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement(element);
      xml.writeCharacters(value.toString());
      xml.writeEndElement();
    }
  }
}

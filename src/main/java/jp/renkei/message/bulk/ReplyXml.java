package jp.renkei.message.bulk;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.renkei.record.RecordRefused;

/** Writes a record's columns as the kind's XML reply. */
final class ReplyXml {

  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

  private final BulkLayout layout;
  private final List<String> values;
  private final BitSet read = new BitSet();

  ReplyXml(BulkLayout layout, List<String> values) {
    this.layout = layout;
    this.values = values;
    this.read.set(1, ReplyColumn.SHARED + 1);
  }

  byte[] write(String number, BulkResult result) throws RecordRefused {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
      XMLStreamWriter xml = WRITERS.createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement(layout.root());
      xml.writeDefaultNamespace("urn:renkei:" + layout.kind());
      xml.writeAttribute("layout", value(ReplyColumn.LAYOUT));
      element(xml, "number", number);
      element(xml, "environment", value(ReplyColumn.ENVIRONMENT).strip());
      element(xml, "result", result.replyClass().name());
      element(xml, "residentNumber", value(ReplyColumn.RESIDENT));
      element(xml, layout.period().element(), layout.period().repeated(value(ReplyColumn.FROM)));
      flag(xml, "nonDisclosable", ReplyColumn.NON_DISCLOSABLE);
      flag(xml, "providerStopped", ReplyColumn.PROVIDER_STOPPED);
      for (BulkLayout.Item item : layout.items()) {
        write(xml, item, 0);
      }
      xml.writeEndDocument();
      xml.close();
      refuseUnread();
      return bytes.toByteArray();
    } catch (XMLStreamException | IllegalArgumentException e) {
      throw new RecordRefused("a column holds a character that may not stand there");
    }
  }

  /**
   * @param before how many columns stand before the group that the item is in
   */
  private void write(XMLStreamWriter xml, BulkLayout.Item item, int before)
      throws XMLStreamException {
    if (item.times() == 0) {
      int column = before + item.column();
      read.set(column);
      element(xml, item.element(), item.form().xml(values.get(column - 1)));
      return;
    }
    for (int time = 0; time < item.times(); time++) {
      int group = before + item.column() - 1 + time * item.width();
      if (values.subList(group, group + item.width()).stream().allMatch(String::isEmpty)) {
        read.set(group + 1, group + item.width() + 1);
        continue;
      }
      xml.writeStartElement(item.element());
      for (BulkLayout.Item inner : item.items()) {
        write(xml, inner, group);
      }
      xml.writeEndElement();
    }
  }

  private void flag(XMLStreamWriter xml, String element, ReplyColumn column)
      throws XMLStreamException {
    String value = value(column);
    // what is neither is left for the schema to refuse
    element(xml, element, value.equals("1") ? "true" : value.equals("0") ? "false" : value);
  }

  private static void element(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeStartElement(name);
      xml.writeCharacters(value);
      xml.writeEndElement();
    }
  }

  private String value(ReplyColumn column) {
    return values.get(column.column() - 1);
  }

  /** What stands where nothing is defined would be lost: the record is of another layout. */
  private void refuseUnread() throws RecordRefused {
    for (int column = 1; column <= values.size(); column++) {
      if (!read.get(column) && !values.get(column - 1).isEmpty()) {
        throw new RecordRefused("column " + column + " is reserved, and something stands there");
      }
    }
  }
}

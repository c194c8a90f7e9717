package jp.renkei.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Remembers what a schema check finds, one fault a place: the rule's name, the element and the
 * place. A validator's own message is not used, because it quotes the value.
 */
final class SchemaFaults implements ErrorHandler {

  /** With so many a document is of another form altogether: the check ends. */
  private static final int MOST = 100;

  private static final Pattern RULE = Pattern.compile("^([A-Za-z0-9.-]{1,60}):");

  private XMLStreamReader reader;
  private final List<String> faults = new ArrayList<>();
  private String place;

  /**
   * Begins with a document.
   *
   * @param document the reader that the validator is fed from; it stands where the fault is
   */
  void begin(XMLStreamReader document) {
    reader = document;
    faults.clear();
    place = null;
  }

  /** Lets go of the document. */
  void end() {
    reader = null;
  }

  List<String> found() {
    return List.copyOf(faults);
  }

  @Override
  public void warning(SAXParseException warning) {
    // A warning is not a fault.
  }

  @Override
  public void error(SAXParseException error) throws SAXParseException {
    String here = element() + ReadableXml.place(reader.getLocation());
    // of one value the validator tells the facet, and then the type that has it
    if (!here.equals(place)) {
      place = here;
      faults.add(rule(error) + here);
    }
    if (faults.size() == MOST) {
      throw error;
    }
  }

  @Override
  public void fatalError(SAXParseException error) throws SAXParseException {
    error(error);
    throw error;
  }

  private static String rule(SAXParseException error) {
    Matcher rule = RULE.matcher(String.valueOf(error.getMessage()));
    return rule.find() ? rule.group(1) : "schema";
  }

  private String element() {
    return reader.hasName() && PlainName.is(reader.getLocalName())
        ? " in " + reader.getLocalName()
        : "";
  }
}

package jp.renkei.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Remembers the first fault that a schema check finds: the rule's name, the element and the place.
 * A validator's own message is not used, because it quotes the value.
 */
final class FirstFault implements ErrorHandler {

  private static final Pattern RULE = Pattern.compile("^([A-Za-z0-9.-]{1,60}):");

  private XMLStreamReader reader;
  private String first;

  /**
   * Begins with a document.
   *
   * @param document the reader that the validator is fed from; it stands where the fault is
   */
  void begin(XMLStreamReader document) {
    reader = document;
    first = null;
  }

  /** Lets go of the document. */
  void end() {
    reader = null;
  }

  Optional<String> first() {
    return Optional.ofNullable(first);
  }

  @Override
  public void warning(SAXParseException warning) {
    // A warning is not a fault.
  }

  @Override
  public void error(SAXParseException error) {
    if (first == null) {
      first = rule(error) + element() + ReadableXml.place(reader.getLocation());
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

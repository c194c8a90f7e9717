package jp.renkei.message;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;

/** Holds one XML schema, compiled once, and checks documents against it. */
final class SchemaCheck {

  private final Pool<Judge> judges;

  /**
   * @param schema a schema that refers to nothing outside itself
   */
  SchemaCheck(URL schema) {
    Schema compiled = compile(schema);
    this.judges = new Pool<>(() -> Judge.by(compiled));
  }

  /**
   * Checks a document.
   *
   * @param document a reader at its beginning
   * @throws ReplyRefused {@code NOT_VALID}, naming the places
   */
  void check(XMLStreamReader document) throws ReplyRefused {
    List<String> faults = judges.lend(judge -> judge.faults(document));
    if (!faults.isEmpty()) {
      throw ReplyRefused.notValid(faults);
    }
  }

  private static Schema compile(URL schema) {
    try (InputStream in = schema.openStream()) {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(new StreamSource(in));
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("the schema " + schema + " cannot be compiled", e);
    }
  }

  /** A validator and its error handler, for good: one that gets another sets itself up anew. */
  private record Judge(ValidatorHandler validator, SchemaFaults all) {

    static Judge by(Schema schema) {
      Judge judge = new Judge(schema.newValidatorHandler(), new SchemaFaults());
      judge.validator.setErrorHandler(judge.all);
      return judge;
    }

    List<String> faults(XMLStreamReader document) throws ReplyRefused {
      all.begin(document);
      try {
        new SaxFeed(document, validator).run();
        return all.found();
      } catch (SAXException | XMLStreamException failed) {
        List<String> before = all.found();
        throw ReplyRefused.notValid(
            before.isEmpty() ? List.of("the schema check did not reach the end") : before);
      } finally {
        all.end();
      }
    }
  }
}

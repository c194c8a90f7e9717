package jp.renkei.message;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import jp.renkei.message.ReplyRefused.Reason;
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
   * @throws ReplyRefused {@code NOT_VALID}, naming the first place
   */
  void check(XMLStreamReader document) throws ReplyRefused {
    Optional<String> fault = judges.lend(judge -> judge.firstFault(document));
    if (fault.isPresent()) {
      throw new ReplyRefused(Reason.NOT_VALID, fault.get());
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
  private record Judge(ValidatorHandler validator, FirstFault faults) {

    static Judge by(Schema schema) {
      Judge judge = new Judge(schema.newValidatorHandler(), new FirstFault());
      judge.validator.setErrorHandler(judge.faults);
      return judge;
    }

    Optional<String> firstFault(XMLStreamReader document) throws ReplyRefused {
      faults.begin(document);
      try {
        new SaxFeed(document, validator).run();
        return faults.first();
      } catch (SAXException | XMLStreamException failed) {
        throw new ReplyRefused(
            Reason.NOT_VALID, faults.first().orElse("the schema check did not reach the end"));
      } finally {
        faults.end();
      }
    }
  }
}

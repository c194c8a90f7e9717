package jp.renkei.message;

import java.io.IOException;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import jp.renkei.message.ReplyRefused.Reason;
import org.xml.sax.SAXException;

/** Holds one XML schema, compiled once, and checks documents against it. */
final class SchemaCheck {

  private final Pool<Validator> validators;

  /**
   * @param schema a schema that refers to nothing outside itself
   */
  SchemaCheck(URL schema) {
    Schema compiled = compile(schema);
    this.validators = new Pool<>(compiled::newValidator);
  }

  /**
   * @throws ReplyRefused {@code NOT_VALID}, naming the first place
   */
  void check(ReadableXml document) throws ReplyRefused {
    XMLStreamReader reader = document.open();
    FirstFault faults = new FirstFault(reader);
    validators.lend(validator -> run(validator, reader, faults));
    if (faults.first().isPresent()) {
      throw new ReplyRefused(Reason.NOT_VALID, faults.first().get());
    }
  }

  private static boolean run(Validator validator, XMLStreamReader reader, FirstFault faults)
      throws ReplyRefused {
    validator.setErrorHandler(faults);
    try {
      validator.validate(new StAXSource(reader));
      reader.close();
      return true;
    } catch (SAXException | IOException | XMLStreamException failed) {
      throw new ReplyRefused(
          Reason.NOT_VALID, faults.first().orElse("the schema check did not reach the end"));
    }
  }

  private static Schema compile(URL schema) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return factory.newSchema(schema);
    } catch (SAXException e) {
      throw new IllegalStateException("the schema " + schema + " cannot be compiled", e);
    }
  }
}

package jp.renkei.message.income;

import java.util.Set;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.XmlForm;
import jp.renkei.message.income.xml.Environment;
import jp.renkei.message.income.xml.InsuredIncomeRequest;

/** What a letter is printed from, to XML and back, by insured-income.xsd. */
final class IncomeXml {

  static final String LAYOUT = "1.0";

  private final XmlForm form =
      new XmlForm(
          "/schemas/insured-income.xsd", "urn:renkei:insured-income", InsuredIncomeRequest.class);

  byte[] write(MessageHeader header, IncomeQuestion question) {
    InsuredIncomeRequest request = new InsuredIncomeRequest();
    request.setLayout(LAYOUT);
    request.setNumber(header.number());
    request.setEnvironment(Environment.fromValue(header.environment()));
    request.setFlow(header.flow());
    request.setYear(question.year());
    request.setName(question.addressee().name());
    request.setPostalCode(question.addressee().postalCode());
    request.getAddress().addAll(question.addressee().address());
    return form.write(request);
  }

  /**
   * @throws IllegalStateException where this kind did not write it
   */
  InsuredIncomeRequest read(byte[] message) {
    try {
      return form.read(message, "insuredIncomeRequest", Set.of(LAYOUT), InsuredIncomeRequest.class);
    } catch (ReplyRefused e) {
      throw new IllegalStateException("the hub's own message is not valid: " + e.getMessage());
    }
  }
}

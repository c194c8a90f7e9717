package jp.renkei.message.evidence;

import java.util.Set;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.XmlForm;
import jp.renkei.message.evidence.xml.Environment;
import jp.renkei.message.evidence.xml.ReductionEvidenceRequest;

/** What a letter is printed from, to XML and back, by reduction-evidence.xsd. */
final class EvidenceXml {

  static final String LAYOUT = "1.0";

  private final XmlForm form =
      new XmlForm(
          "/schemas/reduction-evidence.xsd",
          "urn:renkei:reduction-evidence",
          ReductionEvidenceRequest.class);

  byte[] write(MessageHeader header, EvidenceQuestion question) {
    ReductionEvidenceRequest request = new ReductionEvidenceRequest();
    request.setLayout(LAYOUT);
    request.setNumber(header.number());
    request.setEnvironment(Environment.fromValue(header.environment()));
    request.setFlow(header.flow());
    request.setPerson(question.person());
    request.setBirthDate(question.birth().text());
    request.getPersonAddress().addAll(question.personAddress());
    request.setKind(
        jp.renkei.message.evidence.xml.HolderKind.fromValue(question.holderKind().name()));
    request.setName(question.holder().name());
    request.setPostalCode(question.holder().postalCode());
    request.getAddress().addAll(question.holder().address());
    request.setFrom(question.period().from());
    request.setTo(question.period().to());
    return form.write(request);
  }

  /**
   * @throws IllegalStateException where this kind did not write it
   */
  ReductionEvidenceRequest read(byte[] message) {
    try {
      return form.read(
          message, "reductionEvidenceRequest", Set.of(LAYOUT), ReductionEvidenceRequest.class);
    } catch (ReplyRefused e) {
      throw new IllegalStateException("the hub's own message is not valid: " + e.getMessage());
    }
  }
}

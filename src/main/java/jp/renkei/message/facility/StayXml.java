package jp.renkei.message.facility;

import java.util.Set;
import jp.renkei.message.MessageHeader;
import jp.renkei.message.ReplyRefused;
import jp.renkei.message.XmlForm;
import jp.renkei.message.facility.xml.Environment;
import jp.renkei.message.facility.xml.FacilityKind;
import jp.renkei.message.facility.xml.FacilityResidenceRequest;

/** What a letter is printed from, to XML and back, by facility-residence.xsd. */
final class StayXml {

  static final String LAYOUT = "1.0";

  private final XmlForm form =
      new XmlForm(
          "/schemas/facility-residence.xsd",
          "urn:renkei:facility-residence",
          FacilityResidenceRequest.class);

  byte[] write(MessageHeader header, StayQuestion question) {
    FacilityResidenceRequest request = new FacilityResidenceRequest();
    request.setLayout(LAYOUT);
    request.setNumber(header.number());
    request.setEnvironment(Environment.fromValue(header.environment()));
    request.setFlow(header.flow());
    request.setPerson(question.person());
    request.setBirthDate(question.birth().text());
    request.setKind(FacilityKind.fromValue(question.facilityKind()));
    request.setName(question.facility().name());
    request.setPostalCode(question.facility().postalCode());
    request.getAddress().addAll(question.facility().address());
    request.setAdmittedOn(question.admittedOn());
    return form.write(request);
  }

  /**
   * @throws IllegalStateException where this kind did not write it
   */
  FacilityResidenceRequest read(byte[] message) {
    try {
      return form.read(
          message, "facilityResidenceRequest", Set.of(LAYOUT), FacilityResidenceRequest.class);
    } catch (ReplyRefused e) {
      throw new IllegalStateException("the hub's own message is not valid: " + e.getMessage());
    }
  }
}

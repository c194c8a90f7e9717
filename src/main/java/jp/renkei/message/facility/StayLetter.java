package jp.renkei.message.facility;

import java.util.Map;
import jp.renkei.message.Addressee;
import jp.renkei.message.BirthDate;
import jp.renkei.message.Letter;
import jp.renkei.message.LetterHead;
import jp.renkei.message.LetterLayout;
import jp.renkei.message.LetterPlaces;
import jp.renkei.message.facility.xml.FacilityKind;
import jp.renkei.message.facility.xml.FacilityResidenceRequest;

/** Prints the letter and its form, by schemas/layouts/facility-residence.html. */
final class StayLetter {

  private static final String GREETING = "日ごろから国民健康保険事業にご理解とご協力をいただき、ありがとうございます。";

  private final LetterLayout layout = new LetterLayout("/schemas/layouts/facility-residence.html");

  Letter print(FacilityResidenceRequest request, LetterHead head) {
    String environment = request.getEnvironment().value();
    Addressee addressee =
        new Addressee(request.getName(), request.getPostalCode(), request.getAddress());
    Map<String, Object> places = LetterPlaces.of(head, environment, addressee);
    places.put("opening", LetterPlaces.opening(head, GREETING));
    places.put("person", request.getPerson());
    places.put(
        "birthDate", LetterPlaces.birth(BirthDate.parse(request.getBirthDate()).orElseThrow()));
    places.put("kind", name(request.getKind()));
    places.put("admittedOn", LetterPlaces.day(request.getAdmittedOn()));
    return new Letter(environment, addressee, layout.fill(places));
  }

  private static String name(FacilityKind kind) {
    return switch (kind) {
      case HOSPITAL_OR_CLINIC -> "病院又は診療所";
      case CHILD_WELFARE_FACILITY -> "児童福祉施設";
      case DISABILITY_SUPPORT_FACILITY -> "障害者支援施設";
    };
  }
}

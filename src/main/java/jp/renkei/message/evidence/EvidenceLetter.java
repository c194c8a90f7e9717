package jp.renkei.message.evidence;

import java.util.Map;
import jp.renkei.message.Addressee;
import jp.renkei.message.BirthDate;
import jp.renkei.message.Letter;
import jp.renkei.message.LetterHead;
import jp.renkei.message.LetterLayout;
import jp.renkei.message.LetterPlaces;
import jp.renkei.message.evidence.xml.ReductionEvidenceRequest;

/** Prints the letter and its form, by schemas/layouts/reduction-evidence.html. */
final class EvidenceLetter {

  private static final String GREETING = "日ごろから国民健康保険事業にご理解とご協力をいただき、ありがとうございます。";

  private final LetterLayout layout = new LetterLayout("/schemas/layouts/reduction-evidence.html");

  Letter print(ReductionEvidenceRequest request, LetterHead head) {
    String environment = request.getEnvironment().value();
    HolderKind kind = HolderKind.valueOf(request.getKind().value());
    Addressee addressee =
        new Addressee(request.getName(), request.getPostalCode(), request.getAddress());
    Map<String, Object> places = LetterPlaces.of(head, environment, addressee);
    places.put("opening", LetterPlaces.opening(head, GREETING));
    places.put("person", request.getPerson());
    places.put(
        "birthDate", LetterPlaces.birth(BirthDate.parse(request.getBirthDate()).orElseThrow()));
    places.put("personAddress", request.getPersonAddress());
    places.put("matter", kind.title());
    places.put("asked", kind.asked());
    places.put("from", LetterPlaces.day(request.getFrom()));
    places.put("to", LetterPlaces.day(request.getTo()));
    return new Letter(environment, addressee, layout.fill(places));
  }
}

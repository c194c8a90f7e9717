package jp.renkei.message.income;

import java.util.Map;
import jp.renkei.message.Addressee;
import jp.renkei.message.Letter;
import jp.renkei.message.LetterHead;
import jp.renkei.message.LetterLayout;
import jp.renkei.message.LetterPlaces;
import jp.renkei.message.income.xml.InsuredIncomeRequest;

/** Prints the letter and its form, by schemas/layouts/insured-income.html. */
final class IncomeLetter {

  private static final String GREETING = "日ごろから国民健康保険事業にご理解とご協力をいただき、ありがとうございます。";

  private final LetterLayout layout = new LetterLayout("/schemas/layouts/insured-income.html");

  Letter print(InsuredIncomeRequest request, LetterHead head) {
    String environment = request.getEnvironment().value();
    Addressee addressee =
        new Addressee(request.getName(), request.getPostalCode(), request.getAddress());
    Map<String, Object> places = LetterPlaces.of(head, environment, addressee);
    places.put("year", LetterPlaces.year(request.getYear()));
    places.put("incomeYear", LetterPlaces.year(request.getYear() - 1));
    places.put("opening", LetterPlaces.opening(head, GREETING));
    return new Letter(environment, addressee, layout.fill(places));
  }
}

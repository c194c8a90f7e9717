package jp.renkei.inquiry.byhand;

import java.text.Normalizer;
import java.util.regex.Pattern;
import jp.renkei.ledger.DocumentNumber;
import jp.renkei.ledger.DocumentRow;
import jp.renkei.message.ResidentNumber;
import jp.renkei.problem.Problem;
import jp.renkei.problem.ProblemException;
import jp.renkei.protection.IndividualNumbersInText;

/**
 * What an answer was taken from (回答の根拠), as whoever keys it in names it: a letter by its number,
 * anything else by the number of the document or of the note of the telephone call. The name is the
 * project's own, becomes an event, and holds nothing personal.
 */
final class AnswerSource {

  private static final String PLACE = "/documentNumber";
  private static final int LONGEST = 64;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern SEPARATORS = Pattern.compile("[\\p{Zs}\\p{Pd}.,/]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}|\\p{Cf}|\\p{Zl}|\\p{Zp}");

  private AnswerSource() {}

  /**
   * Refuses what is not the letter's number.
   *
   * @param given as it stands on the paper
   * @throws ProblemException {@code WRONG_DOCUMENT_NUMBER}
   */
  static void check(DocumentRow letter, String given) {
    DocumentNumber number =
        DocumentNumber.read(given).orElseThrow(() -> wrongNumber("its check digits do not fit"));
    if (!number.equals(letter.number())) {
      throw wrongNumber("another document's");
    }
  }

  /**
   * The name of what is no letter, in one width.
   *
   * @param subject the person asked about, who must not stand in it
   * @throws ProblemException {@code INVALID_FIELD}, {@code INDIVIDUAL_NUMBER}
   */
  static String named(String given, String subject) {
    String name = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
    if (name.isEmpty()) {
      throw invalid("required: the document or note that the answer was taken from");
    }
    if (name.length() > LONGEST || CONTROL.matcher(name).find()) {
      throw invalid("longer than " + LONGEST + " characters, or with characters nobody sees");
    }
    if (IndividualNumbersInText.isIn(name)) {
      throw new ProblemException(
          Problem.INDIVIDUAL_NUMBER, PLACE, "holds what may be an individual number");
    }
    if (holds(name, subject) || holds(SEPARATORS.matcher(name).replaceAll(""), subject)) {
      throw invalid("holds the person's number: name the document, not the person");
    }
    return name;
  }

  private static boolean holds(String name, String subject) {
    return DIGITS
        .matcher(name)
        .results()
        .anyMatch(number -> ResidentNumber.normalise(number.group()).equals(subject));
  }

  private static ProblemException invalid(String why) {
    return new ProblemException(Problem.INVALID_FIELD, PLACE, why);
  }

  private static ProblemException wrongNumber(String why) {
    return new ProblemException(Problem.WRONG_DOCUMENT_NUMBER, PLACE, why);
  }
}
